#pragma once

#include "engine/roster.hpp"
#include "engine/time/site.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// The opening spans of one day of the week, "08:30-12:00" each.
struct DayHours {
  std::string_view day;  // "mon"
  std::vector<std::string> spans;
};
/// The days of the week that are open, Monday first.
[[nodiscard]] std::vector<DayHours> week_hours(const engine::Site& site);

/// `id name level parent register_format mediation_format timezone hours{mon[...]} calendar`.
[[nodiscard]] nlohmann::json centre_json(const engine::Centre& centre, const engine::Site& site);
/// `id name login centre unit attendance roles[] head from until`.
[[nodiscard]] nlohmann::json person_json(const engine::Person& person, const engine::Zone& zone);

}  // namespace workflows
