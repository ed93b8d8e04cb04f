#include "cli/watch/reading.hpp"

#include "cli/database.hpp"
#include "cli/next_steps.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/health_json.hpp"

#include <algorithm>

namespace cli::watch {
namespace {
using engine::mark;

constexpr std::size_t most_items = 5000;
constexpr std::chrono::days ahead{400};  // further than any limit of the process reaches
constexpr std::size_t last_steps = 8;

std::string person_name(const engine::World& world, const std::string& id) {
  const auto* person = world.person(id);
  return person == nullptr ? id : person->name;
}

std::string holder_name(const Language& language, const engine::World& world, const std::string& id) {
  return id.empty() ? language.translate(mark("nobody")) : person_name(world, id);
}

Item item_of(const Language& language, const engine::World& world, const engine::DeadlineRow& row) {
  const auto* centre = world.centre(row.centre);
  return {row.case_id,
          row.case_number.empty() ? row.ref : row.case_number,
          state_word(language, row.state),
          row.holder,
          holder_name(language, world, row.holder),
          row.centre,
          centre == nullptr ? row.centre : centre->name,
          deadline_word(language, row.deadline.name),
          at_words(row.deadline.due, world.site_of(row.centre).zone()),
          row.deadline};
}

std::string step_line(const Language& language, const engine::World& world, const engine::HistoryEntry& entry,
                      const engine::Zone& zone) {
  return std::to_string(entry.seq) + "  " + at_words(entry.occurred_at, zone) + "  " +
         event_word(language, entry.event) + " -> " + state_word(language, entry.state_after) + "  " +
         person_name(world, entry.actor);
}

void add_history(CasePage& page, const Language& language, engine::Reading& reading, const engine::World& world,
                 const engine::CaseRecord& record) {
  const auto& zone = world.site_of(record.centre).zone();
  const auto entries = reading.history(record.id);
  page.rest.insert(page.rest.end(), {"", language.translate(mark("The last steps, the newest first:"))});
  for (std::size_t i = 0; i < std::min(last_steps, entries.size()); ++i)
    page.rest.push_back("  " + step_line(language, world, entries[entries.size() - 1 - i], zone));
}

void add_next(CasePage& page, Session& session, const engine::CaseRecord& record) {
  page.rest.insert(page.rest.end(), {"", session.say(mark("What can be done now:"))});
  for (const auto& step : next_steps(session, record, record.number)) {
    if (!step.missing.empty() || step.aside) continue;
    page.rest.push_back("  " + event_word(session.language(), step.event) + " (" + step.who + "): " + step.what);
  }
}

CasePage page_of(Session& session, const engine::World& world, const engine::CaseRecord& record) {
  const auto& language = session.language();
  CasePage page;
  page.title = record.number + (record.second_number.empty() ? "" : "  " + record.second_number);
  const auto* centre = world.centre(record.centre);
  const auto put = [&](std::string_view label, const std::string& value) {
    if (!value.empty()) page.head.push_back(language.translate(label) + "  " + value);
  };
  put(mark("State"), state_word(language, record.state));
  put(mark("Holder"),
      holder_name(language, world, record.holder) + "  " + (centre == nullptr ? record.centre : centre->name));
  put(mark("Type"), kind_word(language, record.kind));
  put(mark("Arrived"), at_words(record.arrived_at, world.site_of(record.centre).zone()));
  put(mark("About"), subject_for(session.actor(), record));
  for (const auto& clock : record.deadlines) {
    if (!clock.running()) continue;
    page.clocks.push_back(item_of(
        language, world, {record.id, record.number, record.ref, record.holder, record.centre, record.state, clock}));
  }
  return page;
}

}  // namespace

std::string time_words(engine::Instant at, const engine::Zone& zone) {
  return engine::format_instant(at, zone).substr(11, 8);
}

Findings read_findings(Session& session) {
  const auto ground = ground_of(session.database());
  const auto now = session.desk().now();
  Findings findings;
  session.read([&](engine::Reading& reading, const engine::World& world) {
    const auto sight = session.desk().sight(reading, session.actor());
    reading.each_warned(now + ahead, [&](const engine::DeadlineRow& row) {
      if (!sight.sees(reading, row)) return true;
      findings.all = findings.items.size() < most_items;
      if (findings.all) findings.items.push_back(item_of(session.language(), world, row));
      return findings.all;
    });
    for (const auto& finding : engine::health(reading, world, now, ground).findings)
      findings.troubles.push_back(workflows::finding_words(finding, session.language()));
    findings.read_at = time_words(now, main_site(world).zone());
  });
  return findings;
}

std::optional<CasePage> read_case(Session& session, const std::string& case_id) {
  std::optional<CasePage> page;
  std::optional<engine::CaseRecord> record;
  session.read([&](engine::Reading& reading, const engine::World& world) {
    record = reading.find_case(case_id);
    if (!record || !session.desk().sight(reading, session.actor()).sees(*record)) return;
    page = page_of(session, world, *record);
    add_history(*page, session.language(), reading, world, *record);
  });
  if (page) add_next(*page, session, *record);
  return page;
}

}  // namespace cli::watch
