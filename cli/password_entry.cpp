#include "cli/password_entry.hpp"

#include "cli/text.hpp"
#include "engine/mark.hpp"

#include <iostream>

#include <termios.h>
#include <unistd.h>

namespace cli {
namespace {
using engine::mark;

constexpr std::size_t longest = 4096;

/// While it lives, what is typed is not shown.
class Hidden {
 public:
  Hidden() {
    ::tcgetattr(STDIN_FILENO, &before_);
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~Hidden() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;

 private:
  termios before_{};
};

std::string line_of_input() {
  std::string line;
  std::getline(std::cin, line);
  if (line.ends_with('\r')) line.pop_back();
  if (line.empty()) throw wrong_words(mark("no password was given; nothing was changed"));
  if (line.size() > longest || first_bad_byte(line))
    throw wrong_words(mark("the password is not readable text (UTF-8)"));
  return line;
}

std::string typed(const std::string& prompt) {
  std::cerr << prompt << std::flush;
  const Hidden hidden;
  auto line = line_of_input();
  std::cerr << '\n';
  return line;
}

}  // namespace

std::string entered_password(Session& session, const std::string& person) {
  if (::isatty(STDIN_FILENO) == 0) return line_of_input();
  auto password = typed(session.say(mark("New password for {0}: "), person));
  if (typed(session.say(mark("Once more: "))) != password)
    throw wrong_words(mark("the two passwords differ; nothing was changed"));
  return password;
}

}  // namespace cli
