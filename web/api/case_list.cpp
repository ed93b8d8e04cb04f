#include "web/api/clock_json.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/case_json.hpp"
#include "workflows/answers/masking.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <nlohmann/json.hpp>

namespace web {
namespace {

using nlohmann::json;

constexpr std::size_t usual_page = 50;
constexpr std::size_t largest_page = 500;

/// Which cases are asked for.
struct Wish {
  engine::CaseFilter filter;
  std::string_view after, text;
  bool overdue = false, soon = false;
  std::size_t limit = usual_page;
};

bool yes(const Request& request, std::string_view name) { return request.asked(name) == "1"; }

Wish wish_of(const Request& request) {
  Wish wish;
  wish.filter.state = request.asked("state");
  wish.filter.centre = request.asked("centre");
  wish.filter.holder = request.asked("holder");
  const auto type = request.asked("type");
  if (!type.empty()) wish.filter.kind = workflows::kind_code(type);
  wish.filter.open_only = !yes(request, "all") && wish.filter.state.empty();
  wish.after = request.asked("after");
  wish.text = request.asked("text");
  wish.overdue = yes(request, "overdue");
  wish.soon = yes(request, "due_soon");
  const auto limit = request.asked("limit");
  std::from_chars(limit.data(), limit.data() + limit.size(), wish.limit);
  wish.limit = std::clamp<std::size_t>(wish.limit, 1, largest_page);
  return wish;
}

bool fits(const engine::CaseRecord& record, const Wish& wish, bool names) {
  const auto same = [](const std::string& wanted, const std::string& is) { return wanted.empty() || wanted == is; };
  const auto& filter = wish.filter;
  if (!same(filter.state, record.state) || !same(filter.centre, record.centre) || !same(filter.kind, record.kind) ||
      !same(filter.holder, record.holder))
    return false;
  if (wish.text.empty()) return true;
  const auto holds = [&](const std::string& text) { return text.find(wish.text) != std::string::npos; };
  return holds(record.number) || holds(record.second_number) || holds(record.ref) || (names && holds(record.subject));
}

json line_json(const Call& call, const View& view, const engine::CaseRecord& record, bool names) {
  const auto& zone = view.zone(record.centre);
  auto line = workflows::case_json(record, zone);
  line["id"] = record.id;
  line["state_label"] = workflows::state_word(call.language, record.state);
  line["type_label"] = workflows::kind_word(call.language, record.kind);
  line["centre_name"] = view.centre_name(record.centre);
  line["holder_name"] = view.person_name(record.holder);
  line["emergency"] = record.emergency;
  if (names) line["subject"] = record.subject;
  if (const auto* next = workflows::next_deadline(record))
    line["next_deadline"] = clock_json(call.language, *next, call.now(), zone);
  return line;
}

/// The cases with a clock that has been warned about, each once, oldest due first.
std::vector<std::string> urgent(const Call& call, View& view, const Wish& wish) {
  std::vector<std::string> ids;
  std::set<std::string> seen;
  view.reading.each_warned(call.now(), [&](const engine::DeadlineRow& row) {
    const bool passed = call.now() > row.deadline.due;
    if ((passed ? wish.overdue : wish.soon) && seen.insert(row.case_id).second) ids.push_back(row.case_id);
    return true;
  });
  return ids;
}

}  // namespace

Answer get_cases(const Call& call) {
  const auto wish = wish_of(call.request);
  auto cases = json::array();
  json next = nullptr;
  look(call, [&](View& view) {
    std::string last;
    bool begun = wish.after.empty();
    const auto take = [&](const engine::CaseRecord& record) {
      if (!begun) {
        begun = record.id == wish.after;
        return true;
      }
      const bool names = workflows::sees_names(call.viewer.actor, record);
      if (!fits(record, wish, names) || !view.sight.sees(record)) return true;
      if (cases.size() == wish.limit) {
        next = last;
        return false;
      }
      cases.push_back(line_json(call, view, record, names));
      last = record.id;
      return true;
    };
    if (!wish.overdue && !wish.soon) return view.reading.each_case(wish.filter, take);
    for (const auto& id : urgent(call, view, wish)) {
      const auto record = view.reading.find_case(id);
      if (record && !take(*record)) return;
    }
  });
  return ok({{"cases", cases}, {"next", next}});
}

}  // namespace web
