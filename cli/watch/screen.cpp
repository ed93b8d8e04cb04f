#include "cli/watch/screen.hpp"

#include "engine/mark.hpp"
#include "workflows/words/fault.hpp"

#include <array>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#define NCURSES_NOMACROS 1
#include <curses.h>
#include <langinfo.h>
#include <unistd.h>

namespace cli::watch {
namespace {

/// Whoever hangs up or quits hard ends the board as SIGTERM does, so that the terminal is put back.
void end_politely(int) { std::raise(SIGTERM); }

/// Chinese characters need a UTF-8 locale, whatever an ssh login brought along.
void speak_utf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
}

const std::map<int, Key>& keys() {
  static const std::map<int, Key> table{{KEY_UP, Key::Up},        {'k', Key::Up},
                                        {KEY_DOWN, Key::Down},    {'j', Key::Down},
                                        {KEY_PPAGE, Key::PageUp}, {KEY_NPAGE, Key::PageDown},
                                        {' ', Key::PageDown},     {KEY_HOME, Key::Home},
                                        {'g', Key::Home},         {KEY_END, Key::End},
                                        {'G', Key::End},          {'\n', Key::Enter},
                                        {'\r', Key::Enter},       {KEY_ENTER, Key::Enter},
                                        {27, Key::Back},          {KEY_BACKSPACE, Key::Back},
                                        {'q', Key::Quit},         {'Q', Key::Quit},
                                        {'?', Key::Help},         {'h', Key::Help},
                                        {'l', Key::Light},        {'c', Key::Centre},
                                        {'d', Key::Limit},        {'m', Key::Mine},
                                        {'a', Key::All}};
  return table;
}

constexpr short red_pair = 1, amber_pair = 2, green_pair = 3;

attr_t attributes(Style style) {
  switch (style) {
    case Style::Title: return A_BOLD;
    case Style::Heading: return A_UNDERLINE;
    case Style::Red: return A_BOLD;
    case Style::Chosen: return A_REVERSE;
    default: return A_NORMAL;
  }
}

short pair_of(Style style) {
  return style == Style::Red ? red_pair : style == Style::Amber ? amber_pair : style == Style::Green ? green_pair : 0;
}

}  // namespace

bool can_draw() {
  const char* kind = std::getenv("TERM");
  if (kind == nullptr || std::string_view(kind).empty() || std::string_view(kind) == "dumb") return false;
  return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
}

struct Screen::Terminal {
  SCREEN* screen = nullptr;
  bool colour = false;
};

Screen::Screen(bool colour) : terminal_(std::make_unique<Terminal>()) {
  speak_utf8();
  terminal_->screen = ::newterm(nullptr, stdout, stdin);
  if (terminal_->screen == nullptr) {
    throw workflows::wrong_words(engine::mark(
        "this kind of terminal cannot show a live board; `maotiao check` and `maotiao list --overdue` say the same"));
  }
  std::signal(SIGHUP, end_politely);
  std::signal(SIGQUIT, end_politely);
  ::set_term(terminal_->screen);
  ::cbreak();
  ::noecho();
  ::curs_set(0);
  ::set_escdelay(50);
  ::keypad(stdscr, TRUE);
  ::nodelay(stdscr, TRUE);
  terminal_->colour = colour && ::has_colors();
  if (!terminal_->colour) return;
  ::start_color();
  ::use_default_colors();
  ::init_pair(red_pair, COLOR_RED, -1);
  ::init_pair(amber_pair, COLOR_YELLOW, -1);
  ::init_pair(green_pair, COLOR_GREEN, -1);
}

Screen::~Screen() {
  ::endwin();
  ::delscreen(terminal_->screen);
  std::signal(SIGHUP, SIG_DFL);
  std::signal(SIGQUIT, SIG_DFL);
}

Size Screen::size() const {
  const int rows = getmaxy(stdscr), columns = getmaxx(stdscr);
  return {static_cast<std::size_t>(rows > 0 ? rows : 1), static_cast<std::size_t>(columns > 0 ? columns : 1)};
}

void Screen::put(const std::vector<Line>& lines) {
  ::werase(stdscr);
  int row = 0;
  for (const auto& line : lines) {
    ::wattr_set(stdscr, attributes(line.style), terminal_->colour ? pair_of(line.style) : short{0}, nullptr);
    ::wmove(stdscr, row++, 0);
    ::waddnstr(stdscr, line.text.c_str(), -1);
  }
  ::wattr_set(stdscr, A_NORMAL, 0, nullptr);
  ::wrefresh(stdscr);
}

Key Screen::key() {
  const int code = ::wgetch(stdscr);
  const auto found = keys().find(code);
  return found == keys().end() ? Key::None : found->second;
}

}  // namespace cli::watch
