#include "cli/check_answer.hpp"

#include "cli/table.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/check_json.hpp"

namespace cli {
namespace {
using engine::mark;
using Rows = std::vector<engine::DeadlineRow>;

std::string tallies(const Language& language, const engine::CheckReport& report) {
  std::vector<std::vector<std::string>> rows;
  for (const auto* name : {"reception", "plan", "visit"}) {
    const auto found = report.summary.find(name);
    const auto tally = found == report.summary.end() ? engine::Tally{} : found->second;
    rows.push_back({deadline_word(language, name), std::to_string(tally.on_time), std::to_string(tally.late),
                    std::to_string(tally.open), std::to_string(tally.overdue)});
  }
  return draw_table(
      {language.translate(mark("Promise")), language.translate(mark("on time")), language.translate(mark("late")),
       language.translate(mark("running")), language.translate(mark("OVERDUE"))},
      rows);
}

std::string work_list(const Language& language, const Rows& rows, engine::Instant now, const engine::World& world) {
  std::vector<std::vector<std::string>> cells;
  for (const auto& row : rows) {
    const auto* holder = world.person(row.holder);
    cells.push_back({row.case_number, deadline_word(language, row.deadline.name),
                     at_words(row.deadline.due, world.site_of(row.centre).zone()),
                     distance_words(language, row.deadline.due, now), holder == nullptr ? row.holder : holder->name,
                     row.centre});
  }
  return draw_table(
      {language.translate(mark("Case")), language.translate(mark("Limit")), language.translate(mark("Until")),
       language.translate(mark("How long")), language.translate(mark("Holder")), language.translate(mark("Centre"))},
      cells);
}

void print_list(Session& session, const char* title, const Rows& rows, const engine::CheckReport& report,
                const engine::World& world) {
  if (rows.empty()) return;
  session.out().line("\n" + session.say(title, rows.size()));
  session.out().write(work_list(session.language(), rows, report.as_of, world));
}

void print_text(Session& session, const engine::CheckReport& report, const engine::World& world, bool raising) {
  auto& out = session.out();
  out.line(session.say(mark("As of {0}: {1} open cases"), at_words(report.as_of, main_site(world).zone()),
                       report.open_cases));
  out.write("\n" + tallies(session.language(), report));
  print_list(session, mark("Overdue: {0}"), report.overdue, report, world);
  print_list(session, mark("Due soon: {0}"), report.due_soon, report, world);
  print_list(session, mark("Limits within the process that have passed: {0}"), report.limits_overdue, report, world);
  print_list(session, mark("Limits within the process that are due soon: {0}"), report.limits_due_soon, report, world);
  out.line("");
  if (raising) out.line(session.say(mark("New alerts: {0}"), report.alerts_raised));
  out.line(session.say(mark("Calendar {0}, published until {1}; {2} limits reach beyond and are provisional"),
                       report.calendar_revision, workflows::covered_until(report), report.provisional));
}

}  // namespace

void print_check(Session& session, const engine::CheckReport& report, bool raising) {
  session.read([&](engine::Reading&, const engine::World& world) {
    if (session.json()) {
      auto value = workflows::check_json(report, world);
      if (raising) value["alerts_raised"] = report.alerts_raised;
      return session.print(value);
    }
    print_text(session, report, world, raising);
  });
}

}  // namespace cli
