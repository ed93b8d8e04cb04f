#include "workflows/answers/report_json.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "workflows/channel.hpp"
#include "workflows/kind.hpp"

namespace workflows {
namespace {

using nlohmann::json;

/// A share with what it is counted over; no rate over nothing.
json share(std::int64_t part, std::int64_t of) {
  json answer{{"part", part}, {"of", of}, {"rate", nullptr}};
  if (of > 0) answer["rate"] = static_cast<double>(part) / static_cast<double>(of);
  return answer;
}

json channels(const Intake& intake) {
  auto list = json::array();
  for (const auto& [channel, count] : intake.by_channel) {
    const auto* known = find_channel(channel);
    list.push_back({{"channel", channel}, {"source", known == nullptr ? "" : known->source}, {"cases", count}});
  }
  return list;
}

json types(const Intake& intake) {
  auto list = json::array();
  for (const auto& [type, count] : intake.by_type) {
    const auto* known = find_kind(type);
    list.push_back({{"type", type},
                    {"a", known == nullptr ? "" : known->a},
                    {"b", known == nullptr ? "" : known->b},
                    {"cases", count}});
  }
  return list;
}

json intake_json(const Intake& intake) {
  return {{"cases", intake.cases},
          {"emergencies", intake.emergencies},
          {"by_channel", channels(intake)},
          {"by_source", intake.by_source},
          {"by_type", types(intake)},
          {"resolved", intake.resolved},
          {"open", intake.open},
          {"excluded",
           {{"left_before_reception", intake.left}, {"merged", intake.merged}, {"claims_of_groups", intake.claims}}},
          {"resolution_rate", share(intake.resolved, intake.judged())}};
}

json promise_json(const PromiseFigures& figures) {
  return {{"on_time", figures.on_time},
          {"late", figures.late},
          {"overdue", figures.overdue},
          {"excluded", {{"stopped", figures.stopped}}},
          {"on_time_rate", share(figures.on_time, figures.judged())}};
}

json promises_json(const PeriodFigures& figures) {
  auto by_centre = json::object();
  std::map<std::string, PromiseFigures> whole;
  for (const auto& [centre, promises] : figures.promises)
    for (const auto& [name, one] : promises) {
      by_centre[centre][name] = promise_json(one);
      auto& sum = whole[name];
      sum = {sum.on_time + one.on_time, sum.late + one.late, sum.overdue + one.overdue, sum.stopped + one.stopped};
    }
  auto all = json::object();
  for (const auto& [name, one] : whole) all[name] = promise_json(one);
  return {{"all", all}, {"by_centre", by_centre}};
}

json resolutions_json(const PeriodFigures& figures) {
  const auto& resolutions = figures.resolutions;
  const auto agreed = resolutions.count("agreed");
  return {{"cases", resolutions.cases},
          {"outcomes", resolutions.outcomes},
          {"mediation_success_rate", share(agreed, agreed + resolutions.count("not_agreed"))},
          {"relapsed", resolutions.relapsed},
          {"relapse_rate", share(resolutions.relapsed, resolutions.cases)},
          {"reopened", figures.relapses}};
}

json hand_offs_json(const PeriodFigures& figures) {
  const auto& hand_offs = figures.hand_offs;
  return {{"offers", hand_offs.offers},
          {"acknowledged", hand_offs.acknowledged},
          {"objections", hand_offs.objections},
          {"lapsed", hand_offs.lapsed},
          {"designated", hand_offs.designated},
          {"moves", hand_offs.moves()},
          {"moves_a_case", share(hand_offs.moves(), figures.cases_in_hand)}};
}

std::int64_t seconds(engine::Milliseconds time) { return std::chrono::floor<engine::Seconds>(time).count(); }

json states_json(const PeriodFigures& figures) {
  auto states = json::object();
  for (const auto& [state, time] : figures.states)
    states[state] = {{"cases", time.cases},
                     {"mean_seconds", seconds(time.total / time.cases)},
                     {"longest_seconds", seconds(time.longest)}};
  return states;
}

}  // namespace

nlohmann::json report_json(const PeriodFigures& figures, const engine::Zone& zone, std::string_view centre) {
  return {{"from", engine::format_instant(figures.period.from, zone)},
          {"to", engine::format_instant(figures.period.to, zone)},
          {"as_of", engine::format_instant(figures.period.as_of, zone)},
          {"centre", centre},
          {"intake", intake_json(figures.intake)},
          {"promises", promises_json(figures)},
          {"resolutions", resolutions_json(figures)},
          {"hand_offs", hand_offs_json(figures)},
          {"cases_in_hand", figures.cases_in_hand},
          {"time_in_state", states_json(figures)},
          {"inferred_steps", figures.inferred_steps}};
}

}  // namespace workflows
