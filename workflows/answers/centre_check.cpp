#include "workflows/answers/centre_check.hpp"

#include "engine/mark.hpp"
#include "engine/time/site_file.hpp"
#include "workflows/duty.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/args.h>
#include <fmt/format.h>

namespace workflows {
namespace {
using engine::mark;

template <class... Args>
Fault wrong(std::string_view message, const Args&... args) {
  return {engine::Error::Kind::Usage, "bad_centre", message, args...};
}

bool short_word(const std::string& id) {
  return !id.empty() && id.size() <= 32 && std::ranges::all_of(id, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '_' || letter == '.';
  });
}

bool known(const std::vector<engine::Centre>& centres, const std::string& id) {
  return std::ranges::any_of(centres, [&](const engine::Centre& centre) { return centre.id == id; });
}

std::string filled(const std::string& format, std::int64_t number) {
  return fmt::format(fmt::runtime(format), fmt::arg("year", 2020), fmt::arg("number", number));
}

// Two numbers must give two names, or cases could not be told apart.
void check_format(const std::string& format, const std::string& centre) {
  try {
    if (filled(format, 1) != filled(format, 2)) return;
  } catch (const fmt::format_error&) {
    throw wrong(mark("centre {0}: the number format \"{1}\" cannot be used; write it with {year} and {number}"), centre,
                format);
  }
  throw wrong(mark("centre {0}: the number format \"{1}\" must hold {number}"), centre, format);
}

void check_centre(const engine::Centre& centre, const std::vector<engine::Centre>& centres) {
  if (!short_word(centre.id))
    throw wrong(mark("\"{0}\" cannot be the id of a centre: letters, digits, - _ ."), centre.id);
  if (centre.name.empty()) throw wrong(mark("centre {0} has no name"), centre.id);
  if (centre.level != "town" && centre.level != "village") {
    throw wrong(mark("centre {0}: the level is town or village, not \"{1}\""), centre.id, centre.level);
  }
  if (!centre.parent.empty() && (centre.parent == centre.id || !known(centres, centre.parent))) {
    throw wrong(mark("centre {0}: there is no centre \"{1}\" above it"), centre.id, centre.parent);
  }
  check_format(centre.register_format, centre.id);
  check_format(centre.mediation_format, centre.id);
  if (!centre.site.empty()) static_cast<void>(engine::read_site(centre.site));
}

template <class Items>
void check_distinct(const Items& items) {
  std::set<std::string> seen;
  for (const auto& item : items) {
    if (!seen.insert(item.id).second) throw wrong(mark("the id \"{0}\" is there twice"), item.id);
  }
}

}  // namespace

void check_centres(const std::vector<engine::Centre>& centres) {
  if (centres.empty()) throw wrong(mark("there is no [[centre]]"));
  check_distinct(centres);
  std::set<std::string> formats;
  for (const auto& centre : centres) {
    check_centre(centre, centres);
    if (!formats.insert(centre.register_format).second) {
      throw wrong(mark("centre {0}: another centre has the same register format, so numbers would be doubled"),
                  centre.id);
    }
  }
}

void check_person(const engine::Person& person, const std::vector<engine::Centre>& centres) {
  if (!short_word(person.id))
    throw wrong(mark("\"{0}\" cannot be the id of a person: letters, digits, - _ ."), person.id);
  if (person.name.empty()) throw wrong(mark("person {0} has no name"), person.id);
  if (!known(centres, person.centre))
    throw wrong(mark("person {0}: there is no centre \"{1}\""), person.id, person.centre);
  if (!is_attendance(person.attendance))
    throw wrong(
        mark("person {0}: attendance is resident, on_call, or rotating with its days (rotating:mon,thu), not \"{1}\""),
        person.id, person.attendance);
  if (person.roles.empty()) throw wrong(mark("person {0} has no role"), person.id);
  for (const auto& role : person.roles) {
    if (!is_role(role)) throw wrong(mark("person {0}: there is no role \"{1}\""), person.id, role);
  }
  if (person.from && person.until && *person.until <= *person.from) {
    throw wrong(mark("person {0}: the term ends before it begins"), person.id);
  }
}

void check_people(const std::vector<engine::Person>& people, const std::vector<engine::Centre>& centres) {
  check_distinct(people);
  for (const auto& person : people) check_person(person, centres);
}

}  // namespace workflows
