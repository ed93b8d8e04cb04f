#include "cli/night_answer.hpp"

#include "cli/table.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

namespace cli {
namespace {
using engine::mark;
using nlohmann::json;

json report_of(const engine::Night& night) { return json::parse(night.report); }

std::string count_in(const json& report, const char* list) {
  return std::to_string(report.at(list).at("count").get<std::int64_t>());
}

std::string tallies(const Language& language, const json& report) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [name, tally] : report.at("summary").items())
    rows.push_back({deadline_word(language, name), tally.at("on_time").dump(), tally.at("late").dump(),
                    tally.at("open").dump(), tally.at("overdue").dump()});
  return draw_table(
      {language.translate(mark("Promise")), language.translate(mark("on time")), language.translate(mark("late")),
       language.translate(mark("running")), language.translate(mark("OVERDUE"))},
      rows);
}

void print_list(Session& session, const char* title, const json& list) {
  if (list.at("count") == 0) return;
  const auto& language = session.language();
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : list.at("rows"))
    rows.push_back({row.at("case"), deadline_word(language, row.at("deadline").get<std::string>()), row.at("due"),
                    row.at("holder"), row.at("centre")});
  session.out().line("\n" + session.say(title, list.at("count").get<std::int64_t>()));
  session.out().write(draw_table(
      {language.translate(mark("Case")), language.translate(mark("Limit")), language.translate(mark("Until")),
       language.translate(mark("Holder")), language.translate(mark("Centre"))},
      rows));
}

std::string missed_words(const Session& session, const engine::Night& night) {
  if (!night.missed_from) return {};
  return session.say(mark("No run was made in the nights from {0} on; this one catches up with them."),
                     engine::format_date(*night.missed_from));
}

void print_evidence(Session& session, const json& report) {
  const auto& history = report.at("history");
  session.out().line(session.say(mark("History: {0} entries, {1} cases, digest {2}"),
                                 history.at("position").get<std::int64_t>(), history.at("cases").get<std::int64_t>(),
                                 history.at("digest").get<std::string>()));
}

}  // namespace

void print_night(Session& session, const engine::Night& night) {
  const json report = report_of(night);
  if (session.json()) return session.print(report);
  auto& out = session.out();
  out.line(session.say(mark("The night of {0}, as of {1}: {2} open cases"), engine::format_date(night.day),
                       report.at("as_of").get<std::string>(), report.at("open").get<std::int64_t>()));
  if (night.missed_from) out.line(missed_words(session, night));
  out.write("\n" + tallies(session.language(), report));
  print_list(session, mark("Overdue: {0}"), report.at("overdue"));
  print_list(session, mark("Due soon: {0}"), report.at("due_soon"));
  print_list(session, mark("Limits within the process that have passed: {0}"), report.at("limits_overdue"));
  if (report.contains("limits_due_soon"))  // nights of earlier versions do not say it
    print_list(session, mark("Limits within the process that are due soon: {0}"), report.at("limits_due_soon"));
  out.line("");
  out.line(session.say(mark("Alerts since the night before: {0}"), count_in(report, "alerts_raised")));
  for (const auto& fault : report.at("faults"))
    out.line("  ! " + fault.at("case").get<std::string>() + ": " + fault.at("why").get<std::string>());
  print_evidence(session, report);
}

void print_night_made(Session& session, const engine::Night& night, bool made) {
  json report = report_of(night);
  if (session.json()) {
    for (const char* list : {"overdue", "due_soon", "limits_overdue", "limits_due_soon"})
      if (report.contains(list)) report[list].erase("rows");
    report["faults"] = report.at("faults").size();
    report["made"] = made;
    return session.print(report);
  }
  auto& out = session.out();
  out.line(session.say(made ? mark("The run of the night of {0} was made: {1} open cases, {2} promises overdue, {3} "
                                   "alerts since the night before.")
                            : mark("The run of the night of {0} was made before: {1} open cases, {2} promises overdue, "
                                   "{3} alerts since the night before."),
                       engine::format_date(night.day), report.at("open").get<std::int64_t>(),
                       count_in(report, "overdue"), count_in(report, "alerts_raised")));
  if (night.missed_from) out.line(missed_words(session, night));
  print_evidence(session, report);
}

void print_nights(Session& session, const std::vector<engine::Night>& nights) {
  json list = json::array();
  std::vector<std::vector<std::string>> rows;
  const auto zone = session.zone_of("");
  for (const auto& night : nights) {
    const json report = report_of(night);
    const auto missed = night.missed_from ? engine::format_date(*night.missed_from) : std::string();
    list.push_back({{"day", engine::format_date(night.day)},
                    {"as_of", report.at("as_of")},
                    {"missed_from", report.at("missed_from")},
                    {"open", report.at("open")},
                    {"overdue", report.at("overdue").at("count")},
                    {"digest", report.at("history").at("digest")}});
    rows.push_back({engine::format_date(night.day), at_words(night.as_of, zone), report.at("open").dump(),
                    count_in(report, "overdue"), count_in(report, "alerts_raised"), missed});
  }
  if (session.json()) return session.print({{"nights", std::move(list)}});
  session.out().write(
      draw_table({session.say(mark("Night")), session.say(mark("Made")), session.say(mark("Open")),
                  session.say(mark("OVERDUE")), session.say(mark("Alerts")), session.say(mark("Missed since"))},
                 rows));
}

}  // namespace cli
