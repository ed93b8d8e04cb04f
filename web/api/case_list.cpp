#include "engine/json.hpp"
#include "web/api/clock_json.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/case_json.hpp"
#include "workflows/answers/masking.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace web {
namespace {

using nlohmann::json;

constexpr std::size_t usual_page = 50;
constexpr std::size_t largest_page = 500;
constexpr std::size_t most_examined = 2000;  // cases looked at for one page

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
  wish.after = wish.filter.after = request.asked("after");
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

/// Gathers one page. What does not fit costs too: where little fits, a page may be short and yet go on.
class Page {
 public:
  Page(const Call& call, View& view, const Wish& wish) : call_(call), view_(view), wish_(wish) {}

  /// False when the page is full; `place` is where the next one goes on after this case.
  bool take(const engine::CaseRecord& record, const std::string& place) {
    if (cases_.size() == wish_.limit || examined_++ == most_examined) {
      more_ = true;
      return false;
    }
    last_ = place;
    const bool names = workflows::sees_names(call_.viewer.actor, record);
    if (fits(record, wish_, names) && view_.sight.sees(record))
      cases_.push_back(line_json(call_, view_, record, names));
    return true;
  }

  [[nodiscard]] json told() { return {{"cases", std::move(cases_)}, {"next", more_ ? json(last_) : json(nullptr)}}; }

 private:
  const Call& call_;
  View& view_;
  const Wish& wish_;
  json cases_ = json::array();
  std::string last_;
  std::size_t examined_ = 0;
  bool more_ = false;
};

/// The place of a case in the list of the urgent ones: by due instant, then by id.
struct Place {
  std::int64_t due = 0;
  std::string id;

  friend auto operator<=>(const Place&, const Place&) = default;
  [[nodiscard]] std::string text() const { return std::to_string(due) + "." + id; }
};

std::optional<Place> place_in(std::string_view text) {
  Place place;
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + dot, place.due);
  if (fault != std::errc() || stop != text.data() + dot) return std::nullopt;
  place.id = text.substr(dot + 1);
  return place;
}

/// The cases with a clock that has been warned about, each once, oldest due first. A case that left the list meanwhile
/// does not break the paging.
void each_urgent(const Call& call, View& view, const Wish& wish, Page& page) {
  const auto after = place_in(wish.after);
  std::set<std::string> seen;
  view.reading.each_warned(call.now(), [&](const engine::DeadlineRow& row) {
    const bool passed = call.now() > row.deadline.due;
    if (!(passed ? wish.overdue : wish.soon) || !seen.insert(row.case_id).second) return true;
    const Place place{row.deadline.due.time_since_epoch().count(), row.case_id};
    if (after && place <= *after) return true;
    const auto record = view.reading.find_case(row.case_id);
    return !record || page.take(*record, place.text());
  });
}

}  // namespace

Answer get_cases(const Call& call) {
  const auto wish = wish_of(call.request);
  json result;
  look(call, [&](View& view) {
    Page page(call, view, wish);
    if (wish.overdue || wish.soon) {
      each_urgent(call, view, wish, page);
    } else {
      view.reading.each_case(wish.filter,
                             [&](const engine::CaseRecord& record) { return page.take(record, record.id); });
    }
    result = page.told();
  });
  return ok(result);
}

}  // namespace web
