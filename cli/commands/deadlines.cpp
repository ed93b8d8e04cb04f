#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "cli/vocabulary.hpp"
#include "engine/check.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

namespace cli {
namespace {
using engine::mark;
using Visit = std::function<bool(const engine::DeadlineRow&)>;

std::vector<Option> options(std::string_view) {
  return {
      {"--at", "T", mark("as it stood at this instant (otherwise now)")},
      {"--as-known", "", mark("with --at: as it was recorded by then, not as it had happened")},
      {"--all", "", mark("the limits within the process too, not only the three promises")},
      {"--case", "CASE", mark("only this case")},
  };
}

engine::DeadlineRow row_of(const engine::CaseRecord& record, const engine::Deadline& deadline) {
  return {record.id, record.number, record.ref, record.holder, record.centre, record.state, deadline};
}

void each_now(engine::Reading& reading, const engine::Sight& sight, const Visit& visit) {
  engine::CaseFilter all;
  all.open_only = false;
  reading.each_case(all, [&](const engine::CaseRecord& record) {
    if (!sight.sees(record)) return true;
    for (const auto& deadline : record.deadlines) {
      if (!visit(row_of(record, deadline))) return false;
    }
    return true;
  });
}

std::string json_line(const engine::DeadlineRow& row, engine::Instant at, const engine::Zone& zone) {
  auto line = deadline_json(row.deadline, at, zone);
  line["case"] = row.case_number;
  line["ref"] = row.ref;
  return line.dump();
}

std::vector<std::string> table_row(const Language& language, const engine::DeadlineRow& row, engine::Instant at,
                                   const engine::Zone& zone) {
  const auto& deadline = row.deadline;
  return {row.case_number,
          deadline_word(language, deadline.name),
          std::to_string(deadline.cycle),
          at_words(deadline.start, zone),
          at_words(deadline.due, zone),
          deadline.met ? at_words(*deadline.met, zone) : "",
          status_word(language, to_word(engine::status(deadline, at)))};
}

std::vector<std::string> heading(const Language& language) {
  return {language.translate(mark("Case")),  language.translate(mark("Limit")), language.translate(mark("Cycle")),
          language.translate(mark("Start")), language.translate(mark("Until")), language.translate(mark("Kept")),
          language.translate(mark("Status"))};
}

int run(Session& session, const Arguments& arguments) {
  const auto at_words = arguments.text("--at");
  const auto at = at_words ? engine::parse_instant(*at_words, session.zone_of("")) : session.desk().now();
  const auto only =
      arguments.has("--case") ? session.find(arguments.text_or("--case", ""), "deadlines").id : std::string();
  std::vector<std::vector<std::string>> rows;
  bool first = true;
  if (session.json()) session.out().write("{\"deadlines\":[");
  session.read([&](engine::Reading& reading, const engine::World& world) {
    const Visit visit = [&](const engine::DeadlineRow& row) {
      if (!row.deadline.standard && !arguments.has("--all")) return true;
      if (!only.empty() && row.case_id != only) return true;
      const auto& zone = world.site_of(row.centre).zone();
      if (session.json()) {
        session.out().write((first ? "\n" : ",\n") + json_line(row, at, zone));
      } else {
        rows.push_back(table_row(session.language(), row, at, zone));
      }
      first = false;
      return true;
    };
    if (!at_words) return each_now(reading, session.desk().sight(reading, session.actor()), visit);
    const auto basis = arguments.has("--as-known") ? engine::AsOf::Recorded : engine::AsOf::Occurred;
    engine::each_deadline_at(session.desk(), at, basis, visit, &session.actor());
  });
  if (session.json()) {
    session.out().line("\n]}");
  } else {
    session.out().write(draw_table(heading(session.language()), rows));
  }
  return exit_done;
}

}  // namespace

const Command deadlines_command{options, "deadlines --json --at \"2020-06-01 09:00\"", run};

}  // namespace cli
