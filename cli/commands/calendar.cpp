#include "cli/calendar_answer.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/vocabulary.hpp"
#include "engine/draft.hpp"
#include "engine/mark.hpp"
#include "engine/time/national.hpp"

#include <algorithm>

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"action", "show|import|set", mark("show it, take over a file, or decide one day; left out: show")},
      {"what", "DATE|YEAR|FILE",
       mark("show: a day or a year; import: a file (native JSON, holiday-cn, .ics); set: a day")},
      {"status", "off|work", mark("set: what the day is")},
      {"--why", "TEXT", mark("the reason or the notice; needed to set a day")},
      {"--year", "YEAR", mark("import: only this year of the file")},
      {"--region", "WORD", mark("import: a layer of its own that a site names, e.g. guangxi")},
      {"--confirm", "", mark("import: compared with the notice; changes of published years are taken")},
      {"--dry-run", "", mark("only say what would change")},
  };
}

bool asks(const CalendarOrder& order) {
  return std::ranges::any_of(order.findings, [](const engine::Finding& found) { return found.code == "amendment"; });
}

std::vector<engine::DayChange> changed(engine::Reading& reading, const engine::World& world,
                                       const CalendarOrder& order) {
  const auto before = engine::calendar_around(reading, world.default_site().calendar(), order.layer.name);
  const auto after = before.with(engine::read_native_layer(order.layer.content, order.layer.name));
  return engine::changed_days(before, after, order.from, order.to);
}

engine::CalendarMoves moved(Session& session, const CalendarOrder& order, bool dry_run) {
  engine::CalendarMoves moves;
  Progress progress(session.say(mark("counting anew")), 0);
  const auto change = [&](engine::Writing& writing) {
    moves = engine::change_calendar(writing, session.desk(), session.actor(), order.layer,
                                    [&](std::int64_t cases) { progress.at(cases); });
  };
  if (!dry_run) {
    session.store().write(change);
  } else {
    session.store().read([&](engine::Reading& reading) {
      engine::Draft draft(reading);
      change(draft);
    });
  }
  return moves;
}

int change(Session& session, const Arguments& arguments, const CalendarOrder& order) {
  const bool dry_run = arguments.has("--dry-run");
  if (asks(order) && !arguments.has("--confirm") && !dry_run)
    throw Fault(
        engine::Error::Kind::Refused, "amendment",
        mark("the file changes days of a published year; look at it with --dry-run, then take it with --confirm"));
  std::vector<engine::DayChange> days;
  session.read([&](engine::Reading& reading, const engine::World& world) { days = changed(reading, world, order); });
  const auto moves = moved(session, order, dry_run);
  tell_calendar(session, {order, days, moves, dry_run}, session.zone_of(""));
  return exit_done;
}

int run(Session& session, const Arguments& arguments) {
  const auto action = arguments.text_or("action", "show");
  if (action == "show") return show_calendar(session, arguments.text_or("what", ""));
  if (const auto refused = session.denied("calendar")) return *refused;
  if (action == "import") return change(session, arguments, order_from_file(session, arguments));
  if (action == "set") return change(session, arguments, order_for_day(session, arguments));
  throw wrong_words(mark("calendar takes show, import or set, not {0}"), action);
}

}  // namespace

const Command calendar_command{options, "calendar set 2027-02-08 off --why \"紧急通知\"", run};

}  // namespace cli
