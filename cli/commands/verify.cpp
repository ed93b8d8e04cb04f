#include "engine/verify.hpp"

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "storage/schema_check.hpp"
#include "workflows/answers/bad_entry.hpp"

#include <thread>

namespace cli {
namespace {
using engine::BadEntry;
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {{"--expect", "HEAD", mark("the head that was written down earlier; any other one is a fault")}};
}

engine::VerifyReport verified(Session& session) {
  engine::VerifyReport report;
  session.store().read_together(std::thread::hardware_concurrency(), [&](std::span<engine::Reading* const> views) {
    Progress progress(session.say(mark("verifying")), 0);
    report = engine::verify(views, session.process(), [&](std::int64_t entries) { progress.at(entries); });
  });
  return report;
}

/// Guards, tables and counts that are not as the program made them: history was open to change.
std::vector<std::string> guards_amiss(Session& session) {
  storage::SqliteStore store(session.database());
  auto findings = storage::check_schema(store);
  for (auto& finding : findings) finding = fault_words(session.language(), finding);
  return findings;
}

struct Verified {
  engine::VerifyReport report;
  std::vector<std::string> amiss;
  bool as_expected = true;

  [[nodiscard]] bool ok() const { return !report.first_bad && amiss.empty() && as_expected; }
};

void tell_json(Session& session, const Verified& found) {
  const auto& report = found.report;
  nlohmann::json answer{{"ok", found.ok()},
                        {"cases", report.cases},
                        {"entries", report.entries},
                        {"bad_cases", report.bad_cases},
                        {"head", report.head},
                        {"head_as_expected", found.as_expected},
                        {"schema_findings", found.amiss},
                        {"first_bad", nullptr}};
  if (report.first_bad) answer["first_bad"] = workflows::bad_entry_json(session.language(), *report.first_bad);
  session.print(answer);
}

void tell_bad(Session& session, const BadEntry& bad) {
  auto& out = session.out();
  const auto& name = bad.case_number.empty() ? bad.case_id : bad.case_number;
  out.line(session.say(mark("First bad entry: case {0}, step {1}"), name, bad.seq));
  out.line("  " + workflows::bad_entry_words(session.language(), bad.fault) +
           (bad.detail.empty() ? "" : " (" + fault_words(session.language(), bad.detail) + ")"));
  out.line(session.say(mark("Do not work on in this database; keep it, and compare it with the last backup.")));
}

void tell_text(Session& session, const Verified& found) {
  const auto& report = found.report;
  auto& out = session.out();
  out.line(session.say(mark("Verified: {0} cases, {1} entries; bad cases: {2}"), report.cases, report.entries,
                       report.bad_cases));
  if (report.first_bad) tell_bad(session, *report.first_bad);
  out.line(session.say(mark("Head: {0}"), report.head));
  for (const auto& finding : found.amiss) out.line("! " + finding);
  if (!found.as_expected) {
    out.line(session.say(mark("This is not the head that was expected: cases were added, changed or removed since.")));
  } else if (found.ok()) {
    out.line(session.say(mark("Every entry, record and number holds. Keep the head outside the database.")));
  }
}

int run(Session& session, const Arguments& arguments) {
  Verified found{verified(session), guards_amiss(session)};
  found.as_expected = arguments.text_or("--expect", found.report.head) == found.report.head;
  session.json() ? tell_json(session, found) : tell_text(session, found);
  return found.ok() ? exit_done : exit_fault;
}

}  // namespace

const Command verify_command{options, "verify --expect HEAD", run};

}  // namespace cli
