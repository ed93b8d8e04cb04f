#include "storage/doctor.hpp"

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/session.hpp"
#include "cli/text.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/schedule/health.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/health_json.hpp"

namespace cli {
namespace {
using engine::mark;
using nlohmann::json;
using storage::DoctorFacts;

using engine::least_free_bytes;

std::vector<Option> options(std::string_view) { return {}; }

/// What a centre should know beside its file: how far the calendar reaches, what is still provisional.
struct CentreFacts {
  std::int64_t cases = 0, open_cases = 0, provisional_limits = 0;
  std::string covered_until;
  engine::Health health;  // of the part that watches the clocks
};

CentreFacts centre_facts(Session& session) {
  CentreFacts facts;
  session.read([&](engine::Reading& reading, const engine::World& world) {
    facts.cases = reading.all_cases();
    facts.open_cases = reading.open_cases();
    facts.provisional_limits = reading.provisional_clocks();
    if (const auto from = world.default_site().calendar().provisional_from())
      facts.covered_until = engine::format_date(*from - std::chrono::days{1});
    facts.health = engine::health(reading, world, session.desk().now(), ground_of(session.database()));
  });
  return facts;
}

bool healthy(const DoctorFacts& facts) {
  return facts.integrity.empty() && facts.broken_references.empty() && facts.schema_findings.empty() &&
         facts.free_bytes >= least_free_bytes;
}

void tell_json(Session& session, const DoctorFacts& facts, const CentreFacts& centre) {
  session.print({{"healthy", healthy(facts)},
                 {"database", session.database()},
                 {"schema", facts.schema},
                 {"sqlite_version", facts.sqlite_version},
                 {"wal_reset_bug", facts.wal_reset_bug},
                 {"journal_mode", facts.journal_mode},
                 {"file_bytes", facts.file_bytes},
                 {"wal_bytes", facts.wal_bytes},
                 {"free_bytes", facts.free_bytes},
                 {"writer", facts.lock_holder ? json(*facts.lock_holder) : json()},
                 {"integrity", facts.integrity},
                 {"broken_references", facts.broken_references},
                 {"schema_findings", facts.schema_findings},
                 {"cases", centre.cases},
                 {"open_cases", centre.open_cases},
                 {"provisional_limits", centre.provisional_limits},
                 {"calendar_covered_until", centre.covered_until},
                 {"schedule", workflows::health_json(centre.health, session.zone_of(""), session.language())}});
}

void tell_findings(Session& session, const std::vector<std::string>& findings) {
  for (const auto& finding : findings) session.out().line("  ! " + one_line(finding));
}

void tell_text(Session& session, const DoctorFacts& facts, const CentreFacts& centre) {
  auto& out = session.out();
  out.line(session.say(mark("{0}: {1} cases, {2} of them open; schema {3}"), session.database(), centre.cases,
                       centre.open_cases, facts.schema));
  out.line(session.say(mark("File: {0} bytes, write-ahead log {1}, free on the disk {2}"), facts.file_bytes,
                       facts.wal_bytes, facts.free_bytes));
  if (facts.free_bytes < least_free_bytes)
    out.line("  ! " + session.say(mark("the disk is nearly full; make room before you go on")));
  out.line(session.say(mark("SQLite {0}, journal mode {1}"), facts.sqlite_version, facts.journal_mode));
  if (facts.wal_reset_bug)
    out.line("  " + session.say(mark("This SQLite has the WAL-reset bug. This program writes and checkpoints under one "
                                     "lock and is not touched by it; let no other program write into the file.")));
  if (facts.lock_holder) out.line(session.say(mark("Process {0} is writing now."), *facts.lock_holder));
  if (!centre.covered_until.empty())
    out.line(session.say(mark("Working days are published until {0}; {1} open limits are provisional."),
                         centre.covered_until, centre.provisional_limits));
  if (!centre.health.healthy()) out.line(session.say(mark("`maotiao health` is red:")));
  for (const auto& finding : centre.health.findings)
    out.line("  " + workflows::finding_words(finding, session.language()));
  tell_findings(session, facts.integrity);
  tell_findings(session, facts.broken_references);
  tell_findings(session, facts.schema_findings);
  out.line(healthy(facts)
               ? session.say(mark("The file is sound. `maotiao verify` proves the history."))
               : session.say(mark("Something is wrong (marked !). Make a copy of the file before anything else.")));
}

int run(Session& session, const Arguments&) {
  storage::SqliteStore store(session.database());
  auto facts = storage::doctor_facts(store);
  for (auto& finding : facts.schema_findings) finding = fault_words(session.language(), finding);
  const auto centre = centre_facts(session);
  session.json() ? tell_json(session, facts, centre) : tell_text(session, facts, centre);
  return healthy(facts) ? exit_done : exit_fault;
}

}  // namespace

const Command doctor_command{options, "doctor", run};

}  // namespace cli
