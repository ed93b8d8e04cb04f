#include "cli/commands.hpp"

#include "cli/step_words.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace cli {
namespace {
using engine::mark;

// A step of the process says by itself what it records (workflows/event.cpp).
constexpr Row step(std::string_view name) { return {name, Group::Process, Access::Judged, "", &step_command}; }

// clang-format off
constexpr Row table[] = {
    // the path
    step("arrive"),
    step("leave"),
    step("receive"),
    step("sort"),
    step("enter"),
    step("plan"),
    step("pause"),
    step("unpause"),
    // mediation
    step("consent"),
    step("refuse"),
    step("accept"),
    step("mediator"),
    step("schedule"),
    step("session"),
    step("no-show"),
    step("suspend"),
    step("resume"),
    step("extend"),
    step("agree"),
    step("confirmation"),
    step("fail"),
    // the other ways out
    step("handle"),
    {"explain",    Group::Process, Access::Judged,  mark("how a limit came about, day by day; with its fields: the law was explained in writing"), &explain_command},
    step("aid"),
    step("lawful"),
    step("route"),
    step("law"),
    step("withdraw"),
    step("merge"),
    step("unmerge"),
    step("join"),
    // custody
    step("offer"),
    step("ack"),
    step("object"),
    step("designate"),
    step("invite"),
    step("report-task"),
    // the end
    step("perform"),
    step("progress"),
    step("sample"),
    step("reply"),
    step("visit"),
    step("close"),
    step("archive"),
    step("reopen"),
    // beside the path
    step("risk"),
    step("question"),
    step("answer"),
    step("note"),
    step("correct"),
    // name        group           access            summary                                                          command
    {"show",       Group::Reading, Access::Guarded,  mark("one case: where it is, who holds it, its limits"),           &show_command},
    {"next",       Group::Reading, Access::Guarded,  mark("what can be done now with a case, by whom, until when"),     &next_command},
    {"history",    Group::Reading, Access::Guarded,  mark("what happened to a case, step by step"),                     &history_command},
    {"list",       Group::Reading, Access::Guarded,  mark("the cases: all that are open, or the overdue, or mine ..."), &list_command},
    {"deadlines",  Group::Reading, Access::Guarded,  mark("every limit of every case, and how it stands"),              &deadlines_command},
    {"watch",      Group::Reading, Access::Judged,   mark("a live board of the limits, in the terminal"),               &watch_command},
    {"check",      Group::Reading, Access::Guarded,  mark("the nightly check: who is late, what is due soon"),          &check_command},
    {"export",     Group::Reading, Access::Guarded,  mark("all history as JSON lines or CSV"),                          &export_command},
    {"report",     Group::Reading, Access::Guarded,  mark("the figures of a period, each with what it is counted over"), &report_command},
    {"process",    Group::Reading, Access::Free,     mark("the process drawn from its tables"),                         &process_command},
    {"init",       Group::Centre,  Access::Free,     mark("make a database for a centre"),                              &init_command},
    {"people",     Group::Centre,  Access::Judged,   mark("the roster: list, add, change, end"),                        &people_command},
    {"account",    Group::Centre,  Access::Judged,   mark("passwords, sessions and tokens of the people"),              &account_command},
    {"sites",      Group::Centre,  Access::Judged,   mark("the centres, their hours and calendars"),                    &sites_command},
    {"due",        Group::Centre,  Access::Free,     mark("count a due date and explain it"),                           &due_command},
    {"import",     Group::Centre,  Access::Guarded,  mark("take in a ledger (CSV) or disputes (JSON lines)"),           &import_command},
    {"verify",     Group::Centre,  Access::Guarded,  mark("prove that nobody has changed the history"),                 &verify_command},
    {"calendar",   Group::Centre,  Access::Judged,   mark("working days: show them, take over a list, decide a day"),   &calendar_command},
    {"backup",     Group::Centre,  Access::Guarded,  mark("copy the database while others go on working"),              &backup_command},
    {"restore",    Group::Centre,  Access::Free,     mark("put a backup in the place of the database"),                 &restore_command},
    {"serve",      Group::Centre,  Access::Free,     mark("watch the clocks and raise alerts, until it is stopped"),    &serve_command},
    {"health",     Group::Centre,  Access::Free,     mark("whether the clocks are watched and alerts are raised"),      &health_command},
    {"notify",     Group::Centre,  Access::Judged,   mark("messages to chat, mail and other programs: channels, test, resend"), &notify_command},
    {"nightly",    Group::Centre,  Access::Judged,   mark("make the run of the night, or show an earlier one"),         &nightly_command},
    {"doctor",     Group::Centre,  Access::Guarded,  mark("how the database file and its disk are"),                    &doctor_command},
    {"completion", Group::Centre,  Access::Free,     mark("the completion script for bash, zsh or fish"),                            &completion_command},
};
// clang-format on

}  // namespace

std::span<const Row> commands() { return table; }

const Row* find_command(std::string_view name) {
  const auto* found = std::ranges::find(table, name, &Row::name);
  return found == std::end(table) ? nullptr : found;
}

std::string_view summary_of(const Row& row) {
  if (!row.summary.empty()) return row.summary;
  const auto* spec = step_named(row.name);
  return spec == nullptr ? std::string_view() : spec->en;
}

}  // namespace cli
