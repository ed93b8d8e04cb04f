#pragma once

#include <libical/ical.h>

namespace web {

/// What is used of libical. It brings ICU along, so it is loaded when the first calendar is asked for and not at every
/// start of the program.
struct CalendarLibrary {
  decltype(&::icalcomponent_new) component_new;
  decltype(&::icalcomponent_free) component_free;
  decltype(&::icalcomponent_add_component) add_component;
  decltype(&::icalcomponent_add_property) add_property;
  decltype(&::icalcomponent_as_ical_string_r) as_text;
  decltype(&::icalmemory_free_buffer) free_text;
  decltype(&::icaltime_from_string) time_from;
  decltype(&::icalproperty_new_version) version;
  decltype(&::icalproperty_new_prodid) prodid;
  decltype(&::icalproperty_new_method) method;
  decltype(&::icalproperty_new_x) x;
  decltype(&::icalproperty_set_x_name) set_x_name;
  decltype(&::icalproperty_new_uid) uid;
  decltype(&::icalproperty_new_dtstamp) dtstamp;
  decltype(&::icalproperty_new_dtstart) dtstart;
  decltype(&::icalproperty_new_summary) summary;
  decltype(&::icalproperty_new_description) description;
};

/// Loads it at the first call; engine::Error if it is not there. Thread-safe.
[[nodiscard]] const CalendarLibrary& calendar_library();

}  // namespace web
