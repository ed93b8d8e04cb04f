#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "web/api/clock_json.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/case_json.hpp"
#include "workflows/answers/company.hpp"
#include "workflows/answers/masking.hpp"
#include "workflows/answers/parties.hpp"
#include "workflows/words/words.hpp"

#include <array>
#include <map>

namespace web {
namespace {

using nlohmann::json;

/// The main path as people are told it (一分一进一调一访).
constexpr std::array<std::string_view, 9> main_path{"arrived",   "received",       "sorted",  "entered", "planned",
                                                    "mediating", "awaiting_visit", "visited", "closed"};

/// When the case last came into each state, from the last reopening on: a relapse walks the path anew.
std::map<std::string, engine::Instant> passed(const std::vector<engine::HistoryEntry>& history) {
  std::map<std::string, engine::Instant> at;
  for (const auto& entry : history) {
    if (entry.state_after == "reopened" && entry.state_before != "reopened") at.clear();
    if (entry.state_after != entry.state_before) at[entry.state_after] = entry.occurred_at;
  }
  return at;
}

json path_json(const Call& call, View& view, const engine::CaseRecord& record) {
  const auto at = passed(view.reading.history(record.id));
  const auto& zone = view.zone(record.centre);
  auto path = json::array();
  std::size_t furthest = 0;
  for (std::size_t n = 0; n < main_path.size(); ++n)
    if (at.contains(std::string(main_path[n]))) furthest = n;
  for (std::size_t n = 0; n < main_path.size(); ++n) {
    const auto found = at.find(std::string(main_path[n]));
    json place = {{"state", main_path[n]},
                  {"label", workflows::state_word(call.language, main_path[n])},
                  {"at", nullptr},
                  {"current", record.state == main_path[n]},
                  {"skipped", found == at.end() && n < furthest}};
    if (found != at.end()) place["at"] = engine::format_instant(found->second, zone);
    path.push_back(std::move(place));
  }
  return path;
}

json parties_json(const Call& call, const engine::CaseRecord& record) {
  auto list = json::array();
  for (const auto& party : workflows::parties_of(record, workflows::sees_names(call.viewer.actor, record)))
    list.push_back({{"name", party.name},
                    {"side", party.side},
                    {"side_label", workflows::side_word(call.language, party.side)},
                    {"consent", party.consent},
                    {"consent_label", workflows::consent_word(call.language, party.consent)}});
  return list;
}

json named(const View& view, const std::string& id) { return {{"id", id}, {"name", view.person_name(id)}}; }

/// Whom and what the case has beside its parties, with the words for it.
void add_company(const Call& call, const View& view, const engine::CaseRecord& record, json& result) {
  const auto company = workflows::company_of(record, workflows::sees_names(call.viewer.actor, record));
  result.update(workflows::company_json(company));
  result["mediators"] = json::array();
  for (const auto& id : company.mediators) result["mediators"].push_back(named(view, id));
  result["responsible"] = company.responsible.empty() ? json(nullptr) : named(view, company.responsible);
  for (auto& task : result["tasks"]) {
    task["person_name"] = view.person_name(task["person"].get<std::string>());
    task["status_label"] = workflows::task_word(call.language, task["status"].get<std::string>());
  }
  for (auto& question : result["questions"])
    question["answerer_name"] = view.person_name(question["answerer"].get<std::string>());
}

json clocks_json(const Call& call, const engine::CaseRecord& record, const engine::Zone& zone) {
  auto list = json::array();
  for (const auto& clock : record.deadlines) list.push_back(clock_json(call.language, clock, call.now(), zone));
  return list;
}

json page(const Call& call, View& view, const engine::CaseRecord& record) {
  const auto& zone = view.zone(record.centre);
  auto result = workflows::case_json(record, zone);
  result["id"] = record.id;
  result["mediation_number"] = record.second_number;
  result["state_label"] = workflows::state_word(call.language, record.state);
  result["centre_name"] = view.centre_name(record.centre);
  result["holder_name"] = view.person_name(record.holder);
  result["type_label"] = workflows::kind_word(call.language, record.kind);
  result["channel"] = record.channel;
  result["channel_label"] = workflows::channel_word(call.language, record.channel);
  result["subject"] = workflows::subject_for(call.viewer.actor, record);
  result["emergency"] = record.emergency;
  result["open"] = record.open;
  result["revision"] = record.revision;
  result["head"] = record.head;
  result["arrived_at"] = engine::format_instant(record.arrived_at, zone);
  result["parties"] = parties_json(call, record);
  add_company(call, view, record, result);
  result["deadlines"] = clocks_json(call, record, zone);
  result["path"] = path_json(call, view, record);
  return result;
}

}  // namespace

Answer get_case(const Call& call) {
  const auto record = named_case(call, 0, "show");
  json result;
  look(call, [&](View& view) { result = page(call, view, record); });
  auto answer = ok(result);
  answer.set("ETag", "\"" + std::to_string(record.revision) + "\"");
  return answer;
}

}  // namespace web
