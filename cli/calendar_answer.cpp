#include "cli/calendar_answer.hpp"

#include "cli/table.hpp"
#include "cli/text.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

namespace cli {
namespace {

using engine::mark;
using nlohmann::json;

constexpr std::size_t most_lines = 50;

const char* day_word(bool working) { return working ? mark("work") : mark("off"); }

json findings_json(Session& session, const CalendarOrder& order) {
  auto list = json::array();
  for (const auto& found : order.findings)
    list.push_back({{"code", found.code}, {"message", fill(session.language().translate(found.id), found.args)}});
  return list;
}

json days_json(const std::vector<engine::DayChange>& days) {
  auto list = json::array();
  for (const auto& change : days)
    list.push_back({{"date", engine::format_date(change.date)},
                    {"before", day_word(change.before.working)},
                    {"after", day_word(change.after.working)},
                    {"name", change.after.name}});
  return list;
}

json earlier_json(const engine::CalendarMoves& moves, const engine::Zone& zone) {
  auto list = json::array();
  for (const auto& moved : moves.earlier)
    list.push_back({{"case", moved.case_number},
                    {"deadline", moved.deadline},
                    {"centre", moved.centre},
                    {"old_due", engine::format_instant(moved.old_due, zone)},
                    {"new_due", engine::format_instant(moved.new_due, zone)}});
  return list;
}

void tell_json(Session& session, const CalendarAnswer& answer, const engine::Zone& zone) {
  json told{{"dry_run", answer.dry_run},
            {"layer", answer.order.layer.name},
            {"revision", answer.moves.revision},
            {"official", answer.order.confirmed},
            {"findings", findings_json(session, answer.order)},
            {"changed_days", days_json(answer.days)}};
  told.update(moves_json(answer.moves, zone));
  session.print(told);
}

void tell_file(Session& session, const CalendarOrder& order) {
  auto& out = session.out();
  for (const auto& found : order.findings)
    out.line("  " + one_line(fill(session.language().translate(found.id), found.args)));
  if (!order.ignored.empty())
    out.line(session.say(mark("{0} entries of the file are no day off and no make-up day and were passed over"),
                         order.ignored.size()));
}

void tell_days(Session& session, const std::vector<engine::DayChange>& days) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& change : days)
    rows.push_back({engine::format_date(change.date), session.say(day_word(change.before.working)),
                    session.say(day_word(change.after.working)), one_line(change.after.name)});
  const auto say = [&](const char* text) { return session.say(text); };
  if (days.empty()) return session.out().line(say(mark("No day changes between working and rest.")));
  session.out().write(draw_table({say(mark("day")), say(mark("before")), say(mark("after")), say(mark("name"))}, rows));
}

void tell_earlier(Session& session, const engine::CalendarMoves& moves, const engine::Zone& zone) {
  if (moves.earlier.empty()) return;
  auto& out = session.out();
  out.line(session.say(mark("Attention: these limits are due EARLIER than before:")));
  for (std::size_t i = 0; i < std::min(most_lines, moves.earlier.size()); ++i) {
    const auto& moved = moves.earlier[i];
    out.line(session.say(mark("  {0} {1}: {2}, was {3}"), moved.case_number,
                         deadline_word(session.language(), moved.deadline), at_words(moved.new_due, zone),
                         at_words(moved.old_due, zone)));
  }
  if (moves.earlier.size() > most_lines)
    out.line(session.say(mark("  and {0} more; --json lists them"), moves.earlier.size() - most_lines));
}

}  // namespace

json moves_json(const engine::CalendarMoves& moves, const engine::Zone& zone) {
  return {{"cases_recounted", moves.cases},
          {"moved_later", moves.later},
          {"moved_earlier", moves.earlier.size()},
          {"firmness_changed", moves.settled},
          {"earlier", earlier_json(moves, zone)}};
}

void tell_moves(Session& session, const engine::CalendarMoves& moves, const engine::Zone& zone) {
  session.out().line(session.say(mark("Open limits: {0} move later, {1} earlier, {2} only become firm or provisional."),
                                 moves.later, moves.earlier.size(), moves.settled));
  tell_earlier(session, moves, zone);
}

void tell_calendar(Session& session, const CalendarAnswer& answer, const engine::Zone& zone) {
  if (session.json()) return tell_json(session, answer, zone);
  auto& out = session.out();
  tell_file(session, answer.order);
  tell_days(session, answer.days);
  tell_moves(session, answer.moves, zone);
  out.line(answer.dry_run
               ? session.say(mark("Nothing was written. Without --dry-run this becomes revision {0}."),
                             answer.moves.revision)
               : session.say(mark("The calendar now has revision {0}; {1} cases were counted anew, on record."),
                             answer.moves.revision, answer.moves.cases));
}

}  // namespace cli
