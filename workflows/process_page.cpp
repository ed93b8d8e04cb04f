#include "workflows/draw.hpp"
#include "workflows/drawn_row.hpp"
#include "workflows/field.hpp"
#include "workflows/roles.hpp"
#include "workflows/standard.hpp"

#include <fmt/format.h>

namespace workflows {
namespace {

std::string states_table() {
  std::string out = "| state | | what it means |\n|---|---|---|\n";
  for (const StateWords& line : states())
    if (!line.name.empty())
      out += fmt::format("| `{}` | {} | {}{} |\n", line.name, line.zh, line.en, line.final ? " (final)" : "");
  return out;
}

std::string rows_table(std::string_view table) {
  std::string out = "| from | step | to | asked | clocks |\n|---|---|---|---|---|\n";
  for (const DrawnRow& row : drawn_rows()) {
    if (row.table != table) continue;
    const std::string to = row.stays ? "·" : row.to;
    out += fmt::format("| {} | {} | {} | {} | {} |\n", row.from.empty() ? "(new)" : row.from, name(row.event), to,
                       questions_of(row), clocks_of(row.effects));
  }
  return out;
}

std::string guards_table() {
  std::string out = "| question | refusal | rule |\n|---|---|---|\n";
  for (const GuardWords& line : guards())
    if (line.asks != Asks::Choice) out += fmt::format("| `{}` | {} | {} |\n", line.name, line.message, line.rule);
  return out;
}

struct RuleWords {
  std::string operator()(const engine::ClockTime& rule) const {
    return fmt::format("{} min by the clock", rule.minutes.count());
  }
  std::string operator()(const engine::OpenTime& rule) const {
    return fmt::format("{} min of open time", rule.seconds.count() / 60);
  }
  std::string operator()(const engine::WorkingDays& rule) const { return fmt::format("{} working days", rule.days); }
  std::string operator()(const engine::CalendarDays& rule) const { return fmt::format("{} days", rule.days); }
  std::string operator()(const engine::FixedInstant&) const { return "as agreed"; }
};

std::string limits_table(const Standard& standard) {
  std::string out = "| limit | promise | rule | alerts | source |\n|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < standard.limits.size(); ++i) {
    const LimitRule& limit = standard.limits[i];
    std::string levels;
    for (const engine::LevelRule& level : standard.kinds[i].levels)
      levels += fmt::format("{}{} → {}", levels.empty() ? "" : ", ", level.level, level.tells);
    out += fmt::format("| `{}` | {} | {} | {} | {} |\n", name(limit.limit), standard.kinds[i].standard ? "yes" : "",
                       std::visit(RuleWords{}, limit.rule), levels, limit.source);
  }
  return out;
}

std::string_view word(FieldType type) {
  constexpr std::string_view words[] = {"text", "instant", "bool", "int",     "choice",
                                        "list", "person",  "type", "channel", "any"};
  return words[static_cast<std::size_t>(type)];
}

std::string field_line(const FieldSpec& spec) {
  constexpr std::string_view needs[] = {"required", "", "by the engine"};
  std::string choices(spec.choices);
  for (std::size_t at = 0; (at = choices.find('|', at)) != std::string::npos; at += 3) choices.replace(at, 1, " / ");
  return fmt::format("| `{}` | {} | {} | {} | {} |\n", spec.name, word(spec.type),
                     needs[static_cast<std::size_t>(spec.need)], choices, spec.en);
}

std::string steps() {
  std::string out;
  for (const EventSpec& step : event_specs()) {
    out += fmt::format("### `{}` {}\n{} By: {}.\n\n", step.name, step.zh, step.en,
                       step.system ? "the engine" : fmt::format("{}", fmt::join(roles_for(step.name), ", ")));
    std::string fields;
    for (const FieldSpec& spec : step.fields) fields += field_line(spec);
    if (!fields.empty()) out += "| field | type | | choices | |\n|---|---|---|---|---|\n" + fields + "\n";
  }
  return out;
}

}  // namespace

std::string process_page() {
  const Standard standard = xiaozhan_2020();
  return fmt::format(
      "# The process\n\n"
      "Generated from the tables in `workflows/` by the target `process_docs`; a test checks that it is current.\n\n"
      "```mermaid\n{}```\n\n## States\n\n{}\n## The way of a dispute\n\n{}\n## Custody\n\n{}\n## Beside the "
      "path\n\n{}\n"
      "## Every state, every step\n\nA dot: taken without moving.\n\n{}\n## Questions\n\n{}\n"
      "## Limits\n\nStandard `{}`: {}.\n\n{}\n## Steps and their fields\n\n"
      "Every step also takes `late_reason`: why a promised limit was missed.\n\n{}",
      *draw("mermaid"), states_table(), rows_table("dispute"), rows_table("custody"), rows_table("aside"),
      *draw("matrix"), guards_table(), standard.version, standard.source, limits_table(standard), steps());
}

}  // namespace workflows
