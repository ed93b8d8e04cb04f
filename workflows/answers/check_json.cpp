#include "workflows/answers/check_json.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/main_site.hpp"

namespace workflows {
namespace {

using Rows = std::vector<engine::DeadlineRow>;

nlohmann::json row_json(const engine::DeadlineRow& row, engine::Instant now, const engine::Zone& zone) {
  const auto& clock = row.deadline;
  nlohmann::json result = {{"case", row.case_number},
                           {"ref", row.ref},
                           {"deadline", clock.name},
                           {"cycle", clock.cycle},
                           {"due", engine::format_instant(clock.due, zone)},
                           {"breached_at", nullptr},
                           {"late", 0},
                           {"holder", row.holder},
                           {"centre", row.centre}};
  if (now > clock.due) {
    result["breached_at"] = result["due"];
    result["late"] = std::chrono::floor<engine::Seconds>(now - clock.due).count();
  }
  return result;
}

nlohmann::json rows_json(const Rows& rows, engine::Instant now, const engine::World& world) {
  auto result = nlohmann::json::array();
  for (const auto& row : rows) result.push_back(row_json(row, now, world.site_of(row.centre).zone()));
  return result;
}

nlohmann::json summary_json(const engine::CheckReport& report) {
  auto result = nlohmann::json::object();
  for (const auto* name : {"reception", "plan", "visit"}) {
    const auto found = report.summary.find(name);
    const auto tally = found == report.summary.end() ? engine::Tally{} : found->second;
    result[name] = {{"on_time", tally.on_time}, {"late", tally.late}, {"open", tally.open}, {"overdue", tally.overdue}};
  }
  return result;
}

}  // namespace

std::string covered_until(const engine::CheckReport& report) {
  return report.provisional_from ? engine::format_date(*report.provisional_from - std::chrono::days{1}) : std::string();
}

nlohmann::json check_json(const engine::CheckReport& report, const engine::World& world) {
  return {{"as_of", engine::format_instant(report.as_of, main_site(world).zone())},
          {"open", report.open_cases},
          {"summary", summary_json(report)},
          {"overdue", rows_json(report.overdue, report.as_of, world)},
          {"due_soon", rows_json(report.due_soon, report.as_of, world)},
          {"limits_overdue", rows_json(report.limits_overdue, report.as_of, world)},
          {"limits_due_soon", rows_json(report.limits_due_soon, report.as_of, world)},
          {"calendar",
           {{"revision", report.calendar_revision},
            {"covered_until", covered_until(report)},
            {"provisional", report.provisional}}}};
}

}  // namespace workflows
