#include "cli/calendar_order.hpp"

#include "cli/small_file.hpp"
#include "cli/vocabulary.hpp"
#include "engine/calendar_change.hpp"
#include "engine/mark.hpp"
#include "engine/time/layer_json.hpp"
#include "engine/time/national.hpp"
#include "engine/time/text.hpp"
#include "workflows/utf8.hpp"

#include <algorithm>

namespace cli {
namespace {

using engine::CalendarProposal;
using engine::mark;

std::string required(const Arguments& arguments, std::string_view name, const char* message) {
  const auto text = arguments.text(name);
  if (!text || workflows::is_blank(*text)) throw wrong_words(message);
  return *text;
}

int year_of(engine::Date date) { return static_cast<int>(std::chrono::year_month_day{date}.year()); }

int year_from(const std::string& text) {
  const auto first = engine::try_parse_date(text + "-01-01");
  if (!first) throw wrong_words(mark("--year is a year like 2027, not {0}"), text);
  return year_of(*first);
}

/// The days of one notice year; its New Year may begin in the last week of December.
void keep_year(CalendarProposal& proposal, int year) {
  std::erase_if(proposal.entries, [&](const engine::CalendarEntry& entry) {
    const std::chrono::year_month_day day{entry.date};
    const bool new_year = year_of(entry.date) == year - 1 && day.month() == std::chrono::December &&
                          unsigned(day.day()) >= 25 && entry.name.starts_with("元旦");
    return year_of(entry.date) != year && !new_year;
  });
  proposal.years = {year};
}

std::string layer_name(const CalendarProposal& proposal, const std::string& region) {
  if (!region.empty()) return region;
  if (proposal.years.empty()) return "cn-own";
  const auto first = std::to_string(*proposal.years.begin());
  const auto last = std::to_string(*proposal.years.rbegin());
  return first == last ? "cn-" + first : "cn-" + first + "-" + last;
}

std::string checked_region(const std::string& region) {
  const bool word =
      region.size() <= 40 && std::ranges::all_of(region, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
      });
  if (!word) throw wrong_words(mark("--region is a short word in small letters, e.g. guangxi"));
  return region;
}

std::int64_t next_revision(Session& session) {
  std::int64_t revision = 0;
  session.store().read([&](engine::Reading& reading) { revision = reading.calendar_revision() + 1; });
  return revision;
}

engine::StoredCalendar stored(Session& session, const engine::CalendarLayer& layer, const std::string& why) {
  return {0, layer.name, engine::layer_json(layer), session.actor().person, why, session.desk().now()};
}

void span_of(CalendarOrder& order, const std::vector<engine::CalendarEntry>& entries) {
  if (entries.empty()) return;
  const auto [first, last] = std::ranges::minmax_element(entries, {}, &engine::CalendarEntry::date);
  order.from = first->date;
  order.to = last->date;
}

}  // namespace

CalendarOrder order_from_file(Session& session, const Arguments& arguments) {
  const auto path = required(arguments, "what", mark("name the file: maotiao calendar import FILE"));
  auto proposal = engine::read_calendar_file(small_file(path));
  if (const auto year = arguments.text("--year")) keep_year(proposal, year_from(*year));
  if (proposal.entries.empty())
    throw wrong_words(mark("the file holds no day off and no make-up day; the year counts as unpublished"));
  const auto name = layer_name(proposal, checked_region(arguments.text_or("--region", "")));
  CalendarOrder order;
  order.confirmed = proposal.official || arguments.has("--confirm");
  session.read([&](engine::Reading&, const engine::World& world) {
    order.findings = engine::check(proposal, world.default_site().calendar());
  });
  const auto layer = engine::approve(proposal, name, static_cast<int>(next_revision(session)), order.confirmed);
  order.layer = stored(session, layer, arguments.text_or("--why", "calendar import " + path));
  order.ignored = std::move(proposal.ignored);
  span_of(order, layer.entries);
  return order;
}

CalendarOrder order_for_day(Session& session, const Arguments& arguments) {
  constexpr const char* usage = mark("say the day and what it is: maotiao calendar set 2027-02-08 off --why TEXT");
  const auto date = engine::parse_date(required(arguments, "what", usage));
  const auto word = required(arguments, "status", usage);
  const auto why = required(arguments, "--why", mark("--why is needed: it stays in the calendar and in the history"));
  if (word != "off" && word != "work") throw wrong_words(mark("a day is off or work, not {0}"), word);
  CalendarOrder order;
  order.confirmed = true;
  session.store().read([&](engine::Reading& reading) {
    order.layer = engine::decided_day(reading, date, word == "work", why, session.actor().person, session.desk().now());
  });
  order.from = order.to = date;
  return order;
}

}  // namespace cli
