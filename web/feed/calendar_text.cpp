#include "web/feed/calendar_text.hpp"

#include "engine/time/text.hpp"
#include "web/feed/calendar_library.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

namespace web {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { calendar_library().component_free(component); }
};
struct FreeText {
  void operator()(char* text) const { calendar_library().free_text(text); }
};

/// 20260520T093000Z
icaltimetype moment(engine::Instant at) {
  auto text = engine::format_instant(std::chrono::floor<std::chrono::seconds>(at), engine::Zone::utc());
  text.resize(19);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return calendar_library().time_from((text + "Z").c_str());
}

void add_event(icalcomponent* calendar, const LimitEvent& event, icaltimetype now) {
  const auto& ical = calendar_library();
  icalcomponent* made = ical.component_new(ICAL_VEVENT_COMPONENT);
  ical.add_component(calendar, made);
  ical.add_property(made, ical.uid(event.uid.c_str()));
  ical.add_property(made, ical.dtstamp(now));
  ical.add_property(made, ical.dtstart(moment(event.due)));
  ical.add_property(made, ical.summary(event.summary.c_str()));
  ical.add_property(made, ical.description(event.description.c_str()));
}

void add_head(icalcomponent* calendar, const std::string& name) {
  const auto& ical = calendar_library();
  ical.add_property(calendar, ical.version("2.0"));
  ical.add_property(calendar, ical.prodid("-//maotiao//limits//ZH"));
  ical.add_property(calendar, ical.method(ICAL_METHOD_PUBLISH));
  icalproperty* shown = ical.x(name.c_str());
  ical.set_x_name(shown, "X-WR-CALNAME");
  ical.add_property(calendar, shown);
}

}  // namespace

std::string calendar_text(const std::string& name, std::span<const LimitEvent> events, engine::Instant now) {
  static std::mutex one_at_a_time;  // the library keeps its zone of UTC without a lock
  const std::lock_guard lock(one_at_a_time);
  const auto& ical = calendar_library();
  const std::unique_ptr<icalcomponent, FreeComponent> calendar(ical.component_new(ICAL_VCALENDAR_COMPONENT));
  add_head(calendar.get(), name);
  const auto stamp = moment(now);
  for (const auto& event : events) add_event(calendar.get(), event, stamp);
  const std::unique_ptr<char, FreeText> text(ical.as_text(calendar.get()));
  return text.get();
}

}  // namespace web
