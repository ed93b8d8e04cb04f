#include "engine/check.hpp"
#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "web/api/clock_json.hpp"
#include "web/api/health.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/facts_json.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>
#include <map>

namespace web {
namespace {

using nlohmann::json;

constexpr auto replace = json::error_handler_t::replace;
constexpr std::size_t most_rows = 500;

/// A list that a page can show, and how many there are besides.
struct Bounded {
  json rows = json::array();
  std::int64_t more = 0;

  template <class Make>
  void add(Make&& make) {
    if (rows.size() < most_rows) {
      rows.push_back(make());
    } else {
      ++more;
    }
  }
};

/// What the page asks to be left out.
struct Wish {
  explicit Wish(const Request& request)
      : centre(request.asked("centre")),
        deadline(request.asked("deadline")),
        light(request.asked("light")),
        holder(request.asked("holder")),
        to(request.asked("to")) {}

  std::string_view centre, deadline, light, holder;  // of the rows
  std::string_view to;                               // of the hand-offs

  [[nodiscard]] std::string text() const {
    return json::array({centre, deadline, light, holder, to}).dump(-1, ' ', false, replace);
  }
  [[nodiscard]] bool fits(const engine::DeadlineRow& row, std::string_view its_light) const {
    const auto same = [](std::string_view wish, std::string_view is) { return wish.empty() || wish == is; };
    return same(centre, row.centre) && same(deadline, row.deadline.name) && same(light, its_light) &&
           same(holder, row.holder);
  }
};

struct Board {
  Board(const Call& asked, View& seen, const BoardSheet& read)
      : call(asked),
        view(seen),
        sheet(read),
        wish(asked.request),
        summary(engine::tallies(asked.office.desk.process(), read.counts, &seen.sight)) {}

  const Call& call;
  View& view;
  const BoardSheet& sheet;
  Wish wish;
  std::map<std::string, engine::Tally> summary;
  Bounded rows{}, waiting{}, hand_offs{};
  std::map<std::string_view, std::int64_t> lights{{"red", 0}, {"amber", 0}, {"green", 0}};
  std::map<std::string, std::string> holders{};

  void add_all() {
    for (const auto& row : sheet.rows)
      if (begins_to_matter(row.deadline) && view.sight.sees(view.reading, row)) add(row);
  }

  [[nodiscard]] bool begins_to_matter(const engine::Deadline& clock) const {
    return std::min(clock.due, clock.points.empty() ? clock.due : clock.points.front().at) <=
           call.now() + Boards::ahead;
  }

  void add(const engine::DeadlineRow& row) {
    const auto light = light_of(row.deadline, call.now());
    if (!row.holder.empty() && !holders.contains(row.holder)) holders[row.holder] = view.person_name(row.holder);
    ++lights[light];
    if (row.deadline.standard && engine::status(row.deadline, call.now()) == engine::DeadlineStatus::Overdue &&
        view.sight.centre(row.centre))
      engine::count_overdue(summary[row.deadline.name]);
    if (row.state == "arrived" && row.deadline.name == "reception") waiting.add([&] { return waiting_json(row); });
    if (row.deadline.name == "handoff") add_hand_off(row);
    if (!wish.fits(row, light)) return;  // the lights and the hall stay in sight whatever the list is narrowed to
    rows.add([&] { return row_json(row); });
  }

  void add_hand_off(const engine::DeadlineRow& row) {
    if (wish.to.empty()) return hand_offs.add([&] { return hand_off_json(row); });
    auto offer = hand_off_json(row);
    if (offer["to"] == wish.to) hand_offs.add([&] { return std::move(offer); });
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

json summary_json(const std::map<std::string, engine::Tally>& tallies) {
  auto result = json::object();
  for (const auto& [name, tally] : tallies)
    result[name] = {{"on_time", tally.on_time}, {"late", tally.late}, {"open", tally.open}, {"overdue", tally.overdue}};
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

std::string board_text(const Call& call, View& view, const BoardSheet& sheet) {
  Board board(call, view, sheet);
  board.add_all();
  const json result{{"lights", board.lights},
                    {"rows", std::move(board.rows.rows)},
                    {"more", board.rows.more},
                    {"waiting", std::move(board.waiting.rows)},
                    {"waiting_more", board.waiting.more},
                    {"hand_offs", std::move(board.hand_offs.rows)},
                    {"hand_offs_more", board.hand_offs.more},
                    {"centres", centres(view)},
                    {"holders", named(board.holders)},
                    {"summary", summary_json(board.summary)},
                    {"position", sheet.position}};
  return result.dump(-1, ' ', false, replace);
}

/// Who reaches every centre sees what all others see who do.
std::string sight_text(const View& view) {
  const auto& actor = view.sight.actor();
  if (view.sight.everything()) return {};
  return json::array({actor.person, actor.centre, actor.roles}).dump(-1, ' ', false, replace);
}

/// What is asked anew each time, put in front of the members of a JSON object that was kept.
std::string put_in_front(const json& members, std::string_view object) {
  auto text = members.dump(-1, ' ', false, replace);
  text.back() = ',';
  return text.append(object.substr(1));
}

}  // namespace

Answer get_board(const Call& call) {
  const auto now = call.now();
  std::string text;
  look(call, [&](View& view) {
    const auto& zone = workflows::main_site(view.world).zone();
    auto& boards = *call.office.boards;
    auto sheet = boards.sheet(view.reading, call.office.desk.world(view.reading), now);
    const auto make = [&, sheet] { return board_text(call, view, *sheet); };
    const auto board = boards.board({sheet, std::chrono::floor<std::chrono::seconds>(now), sight_text(view),
                                     std::string(call.language.name()), Wish(call.request).text()},
                                    make);
    const auto health = health_light(health_now(call.office, view.reading, view.world), call.language, zone);
    text = put_in_front({{"as_of", engine::format_instant(now, zone)}, {"health", health}}, *board);
  });
  return Answer().body(std::move(text), "application/json");
}

}  // namespace web
