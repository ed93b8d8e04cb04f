#include "engine/verify.hpp"

#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/bad_entry.hpp"
#include "workflows/words/fault.hpp"

#include <mutex>

namespace web {
namespace {

using engine::mark;
using nlohmann::json;
using Kind = engine::Error::Kind;

/// About ten seconds of one core. What is larger is verified at the server, where it may take its time.
constexpr std::int64_t most_entries = 500'000;

/// One at a time: it takes a core for itself.
std::unique_lock<std::mutex> turn() {
  static std::mutex at_work;
  std::unique_lock lock(at_work, std::try_to_lock);
  if (!lock) throw workflows::Fault(Kind::Busy, "busy", mark("somebody else is verifying now; try again in a minute"));
  return lock;
}

void refuse_large(const Call& call) {
  std::int64_t entries = 0;
  call.office.desk.store().read([&](engine::Reading& reading) { entries = reading.position(); });
  if (entries > most_entries)
    throw workflows::Fault(
        Kind::Refused, "too_large_to_verify",
        mark("{0} entries are too many to verify from a browser: `maotiao verify` at the server does "
             "it, and looks at the guards of the database too"),
        std::to_string(entries));
}

/// That the history holds concerns everybody; how much of it there is, and which case is bad, whoever may see that.
json told_of(const Call& call, const engine::VerifyReport& report) {
  json result = {{"ok", !report.first_bad}, {"cases", nullptr},    {"entries", nullptr},
                 {"bad_cases", nullptr},    {"head", report.head}, {"first_bad", nullptr}};
  look(call, [&](View& view) {
    const auto& bad = report.first_bad;
    if (bad && view.sight.sees(view.reading, bad->case_id))
      result["first_bad"] = workflows::bad_entry_json(call.language, *bad);
    if (!view.sight.everything()) return;
    result["cases"] = report.cases;
    result["entries"] = report.entries;
    result["bad_cases"] = report.bad_cases;
  });
  return result;
}

}  // namespace

Answer post_verify(const Call& call) {
  const auto lock = turn();
  refuse_large(call);
  auto& desk = call.office.desk;
  engine::VerifyReport report;
  desk.store().read_together(
      1, [&](std::span<engine::Reading* const> views) { report = engine::verify(views, desk.process()); });
  return ok(told_of(call, report));
}

}  // namespace web
