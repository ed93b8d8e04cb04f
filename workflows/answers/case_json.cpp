#include "workflows/answers/case_json.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"

namespace workflows {

std::string_view to_word(engine::DeadlineStatus status) {
  constexpr std::string_view words[] = {"on_time", "late", "open", "overdue", "stopped"};
  return words[static_cast<std::size_t>(status)];
}

nlohmann::json deadline_json(const engine::Deadline& deadline, engine::Instant now, const engine::Zone& zone) {
  nlohmann::json result = {{"deadline", deadline.name},
                           {"cycle", deadline.cycle},
                           {"start", engine::format_instant(deadline.start, zone)},
                           {"due", engine::format_instant(deadline.due, zone)},
                           {"met", nullptr},
                           {"status", to_word(engine::status(deadline, now))}};
  if (deadline.met) result["met"] = engine::format_instant(*deadline.met, zone);
  return result;
}

const engine::Deadline* next_deadline(const engine::CaseRecord& record) {
  const engine::Deadline* next = nullptr;
  for (const auto& each : record.deadlines)
    if (each.running() && !each.paused() && (next == nullptr || each.due < next->due)) next = &each;
  return next;
}

nlohmann::json case_json(const engine::CaseRecord& record, const engine::Zone& zone) {
  nlohmann::json result = {{"case", record.number},   {"ref", record.ref},       {"state", record.state},
                           {"centre", record.centre}, {"holder", record.holder}, {"type", record.kind},
                           {"next_deadline", nullptr}};
  if (const auto* next = next_deadline(record)) {
    result["next_deadline"] = {{"deadline", next->name}, {"due", engine::format_instant(next->due, zone)}};
  }
  return result;
}

}  // namespace workflows
