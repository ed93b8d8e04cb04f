#pragma once

#include "cli/session.hpp"
#include "engine/time/site.hpp"

#include <string>

namespace cli {

/// The site in the TOML file if one is named, else the site of the top centre of the database if one is named, else the
/// built-in default: Asia/Shanghai, Monday to Friday 08:30-12:00 and 13:30-17:30.
[[nodiscard]] engine::Site chosen_site(Session& session, const std::string& file);

}  // namespace cli
