#include "web/feed/calendar_library.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <dlfcn.h>

namespace web {
namespace {

[[noreturn]] void refuse() {
  throw engine::Error(
      engine::Error::Kind::Fault, "no_calendar_library",
      engine::mark("the library that writes calendars (libical.so.3) cannot be loaded; install libical3"));
}

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) refuse();
}

CalendarLibrary load() {
  void* library = ::dlopen("libical.so.3", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) refuse();
  CalendarLibrary found{};
  find(library, "icalcomponent_new", found.component_new);
  find(library, "icalcomponent_free", found.component_free);
  find(library, "icalcomponent_add_component", found.add_component);
  find(library, "icalcomponent_add_property", found.add_property);
  find(library, "icalcomponent_as_ical_string_r", found.as_text);
  find(library, "icalmemory_free_buffer", found.free_text);
  find(library, "icaltime_from_string", found.time_from);
  find(library, "icalproperty_new_version", found.version);
  find(library, "icalproperty_new_prodid", found.prodid);
  find(library, "icalproperty_new_method", found.method);
  find(library, "icalproperty_new_x", found.x);
  find(library, "icalproperty_set_x_name", found.set_x_name);
  find(library, "icalproperty_new_uid", found.uid);
  find(library, "icalproperty_new_dtstamp", found.dtstamp);
  find(library, "icalproperty_new_dtstart", found.dtstart);
  find(library, "icalproperty_new_summary", found.summary);
  find(library, "icalproperty_new_description", found.description);
  return found;
}

}  // namespace

const CalendarLibrary& calendar_library() {
  static const CalendarLibrary library = load();
  return library;
}

}  // namespace web
