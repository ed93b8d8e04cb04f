#include "cli/watch/drawing.hpp"

#include "cli/text.hpp"
#include "engine/mark.hpp"
#include "workflows/answers/light.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cli::watch {
namespace {
using engine::mark;
using workflows::Language;

constexpr std::size_t lines_around_list = 5;  // title, health, filter, heading; keys
constexpr std::size_t lines_around_page = 3;  // title, health; keys

struct Column {
  std::string title;
  std::size_t width;
  std::string (*text)(const Language&, const Item&, engine::Instant);
};

Style style_of(std::string_view light) {
  return light == "red" ? Style::Red : light == "amber" ? Style::Amber : Style::Green;
}

std::string light_cell(const Language& language, const Item& item, engine::Instant now) {
  return light_words(language, workflows::light_of(item.clock, now));
}
std::string remaining_cell(const Language& language, const Item& item, engine::Instant now) {
  return remaining_words(language, item.clock, now);
}
std::string label_cell(const Language&, const Item& item, engine::Instant) {
  return item.clock.cycle > 1 ? item.label + " " + std::to_string(item.clock.cycle) : item.label;
}
std::string number_cell(const Language&, const Item& item, engine::Instant) { return item.number; }
std::string holder_cell(const Language&, const Item& item, engine::Instant) { return item.holder_name; }
std::string centre_cell(const Language&, const Item& item, engine::Instant) { return item.centre_name; }
std::string until_cell(const Language&, const Item& item, engine::Instant) { return item.until; }
std::string state_cell(const Language&, const Item& item, engine::Instant) { return item.state; }

/// At 80 columns what a supervisor cannot do without; the due instant and the state where there is room.
std::vector<Column> columns_for(const Language& language, std::size_t width) {
  const bool wide = width >= 132;
  std::vector<Column> columns{
      {language.translate(mark("Light")), 7, light_cell},
      {language.translate(mark("Remaining")), 18, remaining_cell},
      {language.translate(mark("Limit")), std::size_t{wide ? 26U : 12U}, label_cell},
      {language.translate(mark("Case")), std::size_t{wide ? 26U : 22U}, number_cell},
      {language.translate(mark("Holder")), std::size_t{wide ? 12U : 7U}, holder_cell},
  };
  if (width >= 100) columns.insert(columns.begin() + 2, {language.translate(mark("Until")), 19, until_cell});
  if (wide) columns.push_back({language.translate(mark("State")), 16, state_cell});
  std::size_t used = 0;
  for (const auto& column : columns) used += column.width + 1;
  columns.push_back({language.translate(mark("Centre")), width > used ? width - used : 0, centre_cell});
  return columns;
}

std::string heading_text(const std::vector<Column>& columns) {
  std::string text;
  for (const auto& column : columns) text += fit(column.title, column.width) + " ";
  text.pop_back();
  return text;
}

std::string row_text(const Language& language, const std::vector<Column>& columns, const Item& item,
                     engine::Instant now) {
  std::string text;
  for (const auto& column : columns) text += fit(one_line(column.text(language, item, now)), column.width) + " ";
  text.pop_back();
  return text;
}

Line title_line(const Language& language, const Board& board, engine::Instant now, std::string_view clock_words) {
  const auto counts = board.counts(now);
  std::string text = language.translate(mark("Limits"));
  constexpr std::array lights{"red", "amber", "green"};
  for (std::size_t i = 0; i < lights.size(); ++i)
    text += "  " + light_words(language, lights.at(i)) + " " + std::to_string(counts.at(i));
  if (!board.findings().all) text += language.translate(mark(" (and more, later ones)"));
  return {text + "  " + language.say(mark("now {0}, read {1}"), std::string(clock_words), board.findings().read_at),
          Style::Title};
}

Line health_line(const Language& language, const Board& board) {
  const auto& troubles = board.findings().troubles;
  if (troubles.empty()) return {language.translate(mark("The clocks are watched, alerts are raised.")), Style::Green};
  std::string text = "! ";
  if (troubles.size() > 1) text += "(" + std::to_string(troubles.size()) + ") ";
  return {text + troubles.front(), Style::Red};
}

std::string centre_name(const Board& board, const std::string& id) {
  const auto found = std::ranges::find(board.findings().items, id, &Item::centre);
  return found == board.findings().items.end() ? id : found->centre_name;
}
std::string limit_label(const Board& board, const std::string& name) {
  const auto found = std::ranges::find_if(board.findings().items, [&](const Item& i) { return i.clock.name == name; });
  return found == board.findings().items.end() ? name : found->label;
}

std::string filter_text(const Language& language, const Board& board) {
  const auto& filter = board.filter();
  const auto any = language.translate(mark("all"));
  const auto place = board.shown().empty() ? 0 : board.at() + 1;
  return language.say(mark("{0}/{1}  light: {2}  centre: {3}  limit: {4}  holder: {5}"), place, board.shown().size(),
                      filter.light.empty() ? any : light_words(language, filter.light),
                      filter.centre.empty() ? any : centre_name(board, filter.centre),
                      filter.deadline.empty() ? any : limit_label(board, filter.deadline),
                      filter.mine ? language.translate(mark("me")) : any);
}

void add_rows(std::vector<Line>& lines, const Language& language, Board& board, Size size, engine::Instant now) {
  const auto rows = size.rows > lines_around_list ? size.rows - lines_around_list : 1;
  board.fit_rows(rows);
  const auto columns = columns_for(language, size.columns);
  lines.push_back({filter_text(language, board)});
  lines.push_back({heading_text(columns), Style::Heading});
  if (board.shown().empty()) lines.push_back({language.translate(mark("No limit to show."))});
  for (auto i = board.top(); i < std::min(board.top() + rows, board.shown().size()); ++i) {
    const auto& item = *board.shown()[i];
    const auto style = i == board.at() ? Style::Chosen : style_of(workflows::light_of(item.clock, now));
    lines.push_back({row_text(language, columns, item, now), style});
  }
}

std::vector<Line> help_lines(const Language& language) {
  std::vector<Line> lines;
  for (const auto* text :
       {mark("arrows, j k, PageUp PageDown, Home End   move"), mark("Enter   the case: state, holder, limits, history"),
        mark("Esc, q   back; on the board: end"), mark("l   by light: all, red, amber, green"), mark("c   by centre"),
        mark("d   by limit"), mark("m   only what I hold, or all"), mark("a   all again"),
        mark("RED ! has passed; AMBER ~ has been warned about; GREEN . has time."),
        mark("The board reads anew when anybody changes a case, and every 30 seconds.")})
    lines.push_back({language.translate(text)});
  return lines;
}

void add_wrapped(std::vector<Line>& lines, const std::string& text, std::size_t columns) {
  for (auto& piece : wrap(one_line(text), columns)) lines.push_back({std::move(piece)});
}

std::vector<Line> case_lines(const Language& language, const CasePage& page, std::size_t width, engine::Instant now) {
  std::vector<Line> lines{{page.title, Style::Heading}};
  for (const auto& text : page.head) add_wrapped(lines, text, width);
  lines.push_back({""});
  for (const auto& item : page.clocks) {
    const auto light = workflows::light_of(item.clock, now);
    lines.push_back({fit(light_words(language, light), 8) + fit(remaining_words(language, item.clock, now), 20) +
                         fit(item.until, 20) + label_cell(language, item, now),
                     style_of(light)});
  }
  for (const auto& text : page.rest) add_wrapped(lines, text, width);
  return lines;
}

void add_page(std::vector<Line>& lines, Board& board, const std::vector<Line>& page, Size size) {
  const auto rows = size.rows > lines_around_page ? size.rows - lines_around_page : 1;
  board.fit_rows(rows);
  board.page_of(page.size());
  for (auto i = board.scrolled(); i < std::min(board.scrolled() + rows, page.size()); ++i) lines.push_back(page[i]);
}

}  // namespace

std::string light_words(const Language& language, std::string_view light) {
  if (light == "red") return language.translate(mark("RED !"));
  return language.translate(light == "amber" ? mark("AMBER ~") : mark("GREEN ."));
}

std::string remaining_words(const Language& language, const engine::Deadline& clock, engine::Instant now) {
  if (clock.paused()) return language.translate(mark("stands still"));
  const auto left = workflows::remaining_seconds(clock, now);
  const bool late = now > clock.due;
  const auto seconds = left < 0 ? -left : left;
  const auto time = fmt::format("{:02}:{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
  const auto days = seconds / 86400;
  const auto span = days == 0 ? time : language.say(mark("{0}d {1}"), days, time);
  return language.say(late ? mark("late {0}") : mark("left {0}"), span);
}

std::vector<Line> draw(const Language& language, Board& board, const CasePage& page, Size size, engine::Instant now,
                       std::string_view clock_words) {
  std::vector<Line> lines{title_line(language, board, now, clock_words), health_line(language, board)};
  if (board.view() == Board::View::List) {
    add_rows(lines, language, board, size, now);
  } else {
    const bool help = board.view() == Board::View::Help;
    add_page(lines, board, help ? help_lines(language) : case_lines(language, page, size.columns, now), size);
  }
  lines.resize(std::max<std::size_t>(size.rows, 1) - 1);
  lines.push_back({language.translate(board.view() == Board::View::List
                                          ? mark("Enter case  l light  c centre  d limit  m mine  a all  ? help  q end")
                                          : mark("Esc back  arrows move")),
                   Style::Heading});
  for (auto& line : lines) line.text = fit(line.text, size.columns);
  return lines;
}

}  // namespace cli::watch
