#pragma once

#include <string>

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

}  // namespace cli
