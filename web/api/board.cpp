#include "engine/check.hpp"
#include "engine/time/text.hpp"
#include "web/api/clock_json.hpp"
#include "web/api/health.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/facts_json.hpp"
#include "workflows/words/words.hpp"

#include <map>

#include <nlohmann/json.hpp>

namespace web {
namespace {

using nlohmann::json;

constexpr std::size_t most_rows = 500;
constexpr auto ahead = std::chrono::days{7};

/// What the page asks to be left out.
struct Wish {
  std::string_view centre, deadline, light, holder;

  [[nodiscard]] bool fits(const engine::DeadlineRow& row, std::string_view its_light) const {
    const auto same = [](std::string_view wish, std::string_view is) { return wish.empty() || wish == is; };
    return same(centre, row.centre) && same(deadline, row.deadline.name) && same(light, its_light) &&
           same(holder, row.holder);
  }
};

struct Board {
  const Call& call;
  View& view;
  Wish wish;
  json rows = json::array(), waiting = json::array(), hand_offs = json::array();
  std::map<std::string, std::int64_t> lights{{"red", 0}, {"amber", 0}, {"green", 0}};
  std::map<std::string, std::string> holders{};
  std::int64_t more = 0;

  void add(const engine::DeadlineRow& row) {
    const auto light = std::string(light_of(row.deadline, call.now()));
    if (!row.holder.empty()) holders[row.holder] = view.person_name(row.holder);
    ++lights[light];
    if (row.state == "arrived" && row.deadline.name == "reception") waiting.push_back(waiting_json(row));
    if (row.deadline.name == "handoff") hand_offs.push_back(hand_off_json(row));
    if (!wish.fits(row, light)) return;  // the lights and the hall stay in sight whatever the list is narrowed to
    if (rows.size() < most_rows) {
      rows.push_back(row_json(row));
    } else {
      ++more;
    }
  }

  [[nodiscard]] json clock(const engine::DeadlineRow& row) const {
    const auto& zone = view.zone(row.centre);
    return {{"case", row.case_number},
            {"id", row.case_id},
            {"due", engine::format_instant(row.deadline.due, zone)},
            {"remaining_seconds", remaining_seconds(row.deadline, call.now())},
            {"light", light_of(row.deadline, call.now())}};
  }

  [[nodiscard]] json row_json(const engine::DeadlineRow& row) const {
    auto result = clock(row);
    result["ref"] = row.ref;
    result["state"] = row.state;
    result["state_label"] = workflows::state_word(call.language, row.state);
    result["deadline"] = row.deadline.name;
    result["deadline_label"] = workflows::deadline_word(call.language, row.deadline.name);
    result["cycle"] = row.deadline.cycle;
    result["start"] = engine::format_instant(row.deadline.start, view.zone(row.centre));
    result["standard"] = row.deadline.standard;
    result["provisional"] = row.deadline.provisional;
    result["holder"] = row.holder;
    result["holder_name"] = view.person_name(row.holder);
    result["centre"] = row.centre;
    result["centre_name"] = view.centre_name(row.centre);
    return result;
  }

  [[nodiscard]] json waiting_json(const engine::DeadlineRow& row) const {
    auto result = clock(row);
    result["since"] = engine::format_instant(row.deadline.start, view.zone(row.centre));
    return result;
  }

  [[nodiscard]] json hand_off_json(const engine::DeadlineRow& row) const {
    auto result = clock(row);
    const auto record = view.reading.find_case(row.case_id);
    workflows::Facts facts;
    if (record) workflows::from_json(record->facts, record->facts_version, facts);
    result["from"] = facts.offer.by;
    result["from_name"] = view.person_name(facts.offer.by);
    result["to"] = facts.offer.to;
    result["to_name"] = view.person_name(facts.offer.to);
    result["offered_at"] = engine::format_instant(facts.offer.at, view.zone(row.centre));
    return result;
  }
};

json tally_json(const engine::Tally& tally) {
  return {{"on_time", tally.on_time}, {"late", tally.late}, {"open", tally.open}, {"overdue", tally.overdue}};
}

json summary(const Call& call) {
  const auto report = engine::check_now(call.office.desk, &call.viewer.actor);
  auto result = json::object();
  for (const auto* name : {"reception", "plan", "visit"}) {
    const auto found = report.summary.find(name);
    result[name] = tally_json(found == report.summary.end() ? engine::Tally{} : found->second);
  }
  return result;
}

json named(const std::map<std::string, std::string>& names) {
  auto list = json::array();
  for (const auto& [id, name] : names) list.push_back({{"id", id}, {"name", name}});
  return list;
}

json centres(const View& view) {
  auto list = json::array();
  for (const auto& centre : view.world.centres())
    if (view.sight.centre(centre.id)) list.push_back({{"id", centre.id}, {"name", centre.name}});
  return list;
}

}  // namespace

Answer get_board(const Call& call) {
  const auto& request = call.request;
  json result;
  look(call, [&](View& view) {
    Board board{call,
                view,
                {request.asked("centre"), request.asked("deadline"), request.asked("light"), request.asked("holder")}};
    view.reading.each_warned(call.now() + ahead, [&](const engine::DeadlineRow& row) {
      if (view.sight.sees(view.reading, row)) board.add(row);
      return true;
    });
    result = {{"as_of", engine::format_instant(call.now(), workflows::main_site(view.world).zone())},
              {"lights", board.lights},
              {"rows", std::move(board.rows)},
              {"more", board.more},
              {"waiting", std::move(board.waiting)},
              {"hand_offs", std::move(board.hand_offs)},
              {"centres", centres(view)},
              {"holders", named(board.holders)},
              {"position", view.reading.position()}};
    result["health"] = health_light(health_now(call.office, view.reading, view.world), call.language,
                                    workflows::main_site(view.world).zone());
  });
  result["summary"] = summary(call);
  return ok(result);
}

}  // namespace web
