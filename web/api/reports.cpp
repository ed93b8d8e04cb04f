#include "engine/check.hpp"
#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/case_json.hpp"
#include "workflows/answers/check_json.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

namespace web {
namespace {

using nlohmann::json;

constexpr auto alerts_shown = std::chrono::days{30};
constexpr std::size_t most_alerts = 1000;

std::optional<engine::Instant> instant_asked(const Call& call) {
  const auto text = call.request.asked("at");
  if (text.empty()) return std::nullopt;
  std::optional<engine::Instant> at;
  look(call, [&](View& view) { at = engine::parse_instant(text, workflows::main_site(view.world).zone()); });
  return at;
}

engine::AsOf basis_asked(const Call& call) {
  return call.request.asked("as_known") == "1" ? engine::AsOf::Recorded : engine::AsOf::Occurred;
}

json alert_json(const Call& call, const View& view, const engine::Alert& alert, const engine::CaseRecord& record) {
  const auto& zone = view.zone(record.centre);
  const auto* person = view.world.person(alert.tells);
  const auto role = std::string_view(alert.tells).starts_with("role:") ? alert.tells.substr(5) : std::string();
  return {{"at", engine::format_instant(alert.at, zone)},
          {"raised_at", engine::format_instant(alert.raised_at, zone)},
          {"case", record.number},
          {"id", record.id},
          {"deadline", alert.deadline},
          {"deadline_label", workflows::deadline_word(call.language, alert.deadline)},
          {"cycle", alert.cycle},
          {"level", alert.level},
          {"level_label", workflows::level_word(call.language, alert.level)},
          {"due", engine::format_instant(alert.due, zone)},
          {"tells", alert.tells},
          {"tells_name", person != nullptr ? person->name : workflows::role_word(call.language, role)},
          {"superseded", alert.superseded}};
}

}  // namespace

Answer get_check(const Call& call) {
  const auto at = instant_asked(call);
  auto& desk = call.office.desk;
  const auto report = at ? engine::check_at(desk, *at, basis_asked(call), &call.viewer.actor)
                         : engine::check_now(desk, &call.viewer.actor);
  json result;
  look(call, [&](View& view) { result = workflows::check_json(report, view.world); });
  return ok(result);
}

Answer get_deadlines(const Call& call) {
  const auto at = instant_asked(call).value_or(call.now());
  auto& desk = call.office.desk;
  std::optional<std::string> only;
  const bool all = call.request.asked("all") == "1";
  auto deadlines = json::array();
  look(call, [&](View& view) {
    const auto add = [&](const engine::DeadlineRow& row) {
      if (!all && !row.deadline.standard) return true;
      auto line = workflows::deadline_json(row.deadline, at, view.zone(row.centre));
      line["case"] = row.case_number;
      line["id"] = row.case_id;
      line["ref"] = row.ref;
      deadlines.push_back(std::move(line));
      return true;
    };
    engine::each_deadline_at(desk, at, basis_asked(call), add, &call.viewer.actor);
  });
  return ok({{"deadlines", deadlines}});
}

Answer get_alerts(const Call& call) {
  struct Told {
    engine::Instant at, raised_at;
    json line;
  };
  std::vector<Told> found;
  look(call, [&](View& view) {
    view.reading.each_alert_since(call.now() - alerts_shown, [&](const engine::Alert& alert) {
      const auto record = view.reading.find_case(alert.case_id);
      if (record && view.sight.sees(*record))
        found.push_back({alert.at, alert.raised_at, alert_json(call, view, alert, *record)});
      return true;
    });
  });
  // In the order of what fell due, not of when a program was there to raise it.
  const auto newest = [](const Told& one) { return std::pair(one.at, one.raised_at); };
  std::ranges::stable_sort(found, std::greater(), newest);
  auto alerts = json::array();
  for (std::size_t n = 0; n < std::min(found.size(), most_alerts); ++n) alerts.push_back(std::move(found[n].line));
  return ok({{"alerts", alerts}, {"more", found.size() - alerts.size()}});
}

}  // namespace web
