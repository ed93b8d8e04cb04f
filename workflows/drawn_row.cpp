#include "workflows/drawn_row.hpp"

#include "workflows/aside_table.hpp"
#include "workflows/custody_table.hpp"
#include "workflows/dispute_table.hpp"

namespace workflows {
namespace {

void join(std::string& text, std::string_view word, std::string_view between) {
  if (!text.empty()) text += between;
  text += word;
}

std::string names_in(StateSet where) {
  std::string text;
  for (const StateWords& line : states())
    if (in(where, line.state)) join(text, line.name, " ");
  return text;
}

void add_clocks(std::string& text, std::string_view verb, LimitSet limits) {
  if (limits == all_limits) return join(text, std::string(verb) + " all", ", ");
  for (std::size_t i = 0; i < limit_count; ++i)
    if (in(limits, static_cast<Limit>(i)))
      join(text, std::string(verb) + " " + std::string(name(static_cast<Limit>(i))), ", ");
}

}  // namespace

std::string_view name(Custody custody) {
  constexpr std::string_view names[] = {"none", "held", "offered", "disputed"};
  return names[static_cast<std::size_t>(custody)];
}

std::vector<DrawnRow> drawn_rows() {
  std::vector<DrawnRow> rows;
  for (const auto& row : dispute::rows)
    rows.push_back({"dispute", std::string(name(row.from)), std::string(name(row.to)), row.event, row.stays,
                    row.effects, row.guards});
  for (const auto& row : custody::rows)
    rows.push_back({"custody", std::string(name(row.from)), std::string(name(row.to)), row.event, row.stays,
                    row.effects, row.guards});
  for (const aside::Line& line : aside::table)
    rows.push_back({"aside", names_in(line.where), {}, line.event, true, line.effects, line.guards()});
  return rows;
}

std::string questions_of(const DrawnRow& row) {
  std::string text;
  for (const Guard guard : row.guards) join(text, words(guard).name, ", ");
  return text;
}

std::string clocks_of(const Effects& effects) {
  std::string text;
  add_clocks(text, "meet", effects.meet);
  add_clocks(text, "stop", effects.stop & ~effects.meet);
  add_clocks(text, "start", effects.start);
  add_clocks(text, "pause", effects.pause);
  add_clocks(text, "resume", effects.resume);
  return text;
}

}  // namespace workflows
