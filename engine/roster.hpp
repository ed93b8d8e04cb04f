#pragma once

#include "engine/instant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A mediation centre: a town's or, under it, a village's or community's.
struct Centre {
  std::string id;                // short ascii word, e.g. "town", "v03"
  std::string name;              // 小站镇矛调中心
  std::string level;             // "town" | "village"
  std::string parent;            // id of the centre above, empty for the top
  std::string register_format;   // e.g. "小站矛调〔{year}〕{number:04}号"
  std::string mediation_format;  // e.g. "({year})津南小站人调字第{number}号"
  std::string site;  // the site's TOML text; empty: the site of the centre above, at the top the default site

  friend bool operator==(const Centre&, const Centre&) = default;
};

/// A person on the roster. Only a person on the roster can act.
struct Person {
  std::string id;  // short ascii word, also what --as takes
  std::string name;
  std::string login;  // system login name, may be empty
  std::string centre;
  std::string unit;  // department or committee
  std::string
      attendance;  // "resident" 常驻 | "rotating" 轮驻, with its days "rotating:tue,2026-05-20" | "on_call" 随驻 | ""
  std::vector<std::string> roles;  // names from the process's role table
  bool head = false;               // head of the unit: where a silent offer falls
  std::optional<Instant> from;     // term; a mediator signs only within it
  std::optional<Instant> until;

  friend bool operator==(const Person&, const Person&) = default;
};

/// Within the term; only then can the person act.
[[nodiscard]] inline bool in_service(const Person& person, Instant now) {
  return (!person.from || *person.from <= now) && (!person.until || now < *person.until);
}

}  // namespace engine
