#include "workflows/report.hpp"

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/report_answer.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/report_json.hpp"

namespace cli {
namespace {
using engine::mark;
using std::chrono::days;

std::vector<Option> options(std::string_view) {
  return {
      {"--from", "DATE", mark("first day of the period; left out: the first of this month")},
      {"--to", "DATE", mark("last day of the period; left out: today")},
      {"--centre", "ID", mark("only the cases of this centre")},
  };
}

/// Whole days of the site, from the beginning of the first to the end of the last.
workflows::ReportSpan period_of(Session& session, const Arguments& arguments, const engine::Zone& zone) {
  const auto now = session.desk().now();
  const std::chrono::year_month_day today{zone.date(now)};
  const auto from = arguments.text("--from");
  const auto to = arguments.text("--to");
  const engine::Date first =
      from ? engine::parse_date(*from) : engine::Date{today.year() / today.month() / std::chrono::day{1}};
  const engine::Date last = to ? engine::parse_date(*to) : engine::Date{today};
  if (last < first) throw wrong_words(mark("--to lies before --from"));
  const auto end = zone.midnight(last + days{1});
  return {zone.midnight(first), end, now};
}

void require_centre(Session& session, const std::string& centre) {
  if (centre.empty()) return;
  session.read([&](engine::Reading&, const engine::World& world) {
    if (world.centre(centre) == nullptr)
      throw Fault(engine::Error::Kind::NotFound, "no_such_centre",
                  mark("there is no centre '{0}'; 'maotiao sites' shows them"), centre);
  });
}

int run(Session& session, const Arguments& arguments) {
  const auto centre = arguments.text_or("--centre", "");
  require_centre(session, centre);
  const auto zone = session.zone_of(centre);
  workflows::PeriodReport report(period_of(session, arguments, zone), centre);
  {
    Progress progress(session.say(mark("reading the history")), 0);
    std::int64_t read = 0;
    session.store().read([&](engine::Reading& reading) {
      auto sight = session.desk().sight(reading, session.actor());
      reading.each_entry([&](const engine::HistoryEntry& entry) {
        if (sight.sees(reading, entry.case_id)) report.add(entry);
        progress.at(++read);
        return true;
      });
    });
  }
  const auto figures = report.finish();
  session.json() ? session.print(workflows::report_json(figures, zone, centre))
                 : print_report_text(session, figures, zone);
  return exit_done;
}

}  // namespace

const Command report_command{options, "report --from 2026-05-01 --to 2026-05-31", run};

}  // namespace cli
