#pragma once

#include "cli/arguments.hpp"

#include <string>
#include <string_view>

namespace cli {

enum class Colour { Auto, Always, Never };

/// What the flags, the environment and the configuration files said, in this order of force.
struct Settings {
  std::string db;                  // path of the database, empty if nobody named one
  std::string actor;               // --as; empty: the login name
  std::string now;                 // MAOTIAO_NOW; only a practice database takes it
  std::string language = "zh_CN";  // or "en"
  Colour colour = Colour::Auto;
  bool json = false;
};

/// Reads /etc/maotiao/config.toml, the user's own config.toml, the environment and the global options.
[[nodiscard]] Settings gather_settings(const Arguments& common);

/// The language of `flag` if it is not empty, else of the environment: Chinese unless English is asked for.
[[nodiscard]] std::string wished_language(std::string_view flag);

}  // namespace cli
