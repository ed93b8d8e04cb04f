#include "engine/check.hpp"

#include "cli/check_answer.hpp"
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "cli/session.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"--at", "INSTANT", mark("answer from history as it stood then; nothing is written")},
      {"--as-known", "", mark("with --at: as it was recorded by then, not as it had happened")},
      {"--fail-on-overdue", "", mark("exit code 5 if one of the three promises is overdue")},
  };
}

engine::CheckReport past(Session& session, const Arguments& arguments) {
  const auto at = engine::parse_instant(arguments.text_or("--at", ""), session.zone_of(""));
  return engine::check_at(session.desk(), at,
                          arguments.has("--as-known") ? engine::AsOf::Recorded : engine::AsOf::Occurred,
                          &session.actor());
}

// A case that cannot be moved is named and the rest goes on.
std::int64_t take_effect(Session& session) try {
  const auto swept = engine::sweep(session.desk());
  for (const auto& fault : swept.faults) log_warning(fault.case_number + ": " + fault.what);
  return swept.alerts_raised;
} catch (const engine::Error& error) {
  if (error.code() != "read_only") throw;
  log_warning(session.say(mark("the database can only be read here: nothing was alerted, this only tells how it is")));
  return 0;
}

// Time takes its effect first.
engine::CheckReport present(Session& session) {
  const auto raised = take_effect(session);
  auto report = engine::check_now(session.desk(), &session.actor());
  report.alerts_raised = raised;
  return report;
}

int run(Session& session, const Arguments& arguments) {
  const bool now = !arguments.has("--at");
  const auto report = now ? present(session) : past(session, arguments);
  print_check(session, report, now);
  return arguments.has("--fail-on-overdue") && !report.overdue.empty() ? exit_breaches : exit_done;
}

}  // namespace

const Command check_command{options, "check --json --at \"2020-06-01 09:00\"", run};

}  // namespace cli
