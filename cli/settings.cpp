#include "cli/settings.hpp"

#include "cli/small_file.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <toml++/toml.h>

namespace cli {
namespace {
using engine::mark;

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read once, before any thread
  return value == nullptr ? std::string() : std::string(value);
}

std::string first_of(std::initializer_list<std::string> candidates) {
  const auto* found = std::ranges::find_if(candidates, [](const auto& each) { return !each.empty(); });
  return found == candidates.end() ? std::string() : *found;
}

// A locale's name without a language of its own means Chinese: that is who the program is for.
std::string language_of(std::string_view wish) { return wish.starts_with("en") ? "en" : "zh_CN"; }

std::string checked_language(const std::string& wish) {
  if (wish.empty() || wish.starts_with("zh") || wish.starts_with("en")) return wish;
  throw wrong_words(mark("there is no language \"{0}\": zh or en"), wish);
}

Colour colour_of(const std::string& wish) {
  if (wish == "always") return Colour::Always;
  if (wish == "never") return Colour::Never;
  if (wish == "auto") return Colour::Auto;
  throw wrong_words(mark("--color takes auto, always or never, not \"{0}\""), wish);
}

Colour default_colour() {
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" ? Colour::Auto : Colour::Never;
}

void read_file(const std::filesystem::path& path, Settings& settings) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return;
  const auto text = small_file(path.string());
  try {
    const auto table = toml::parse(text);
    settings.db = table["db"].value_or(settings.db);
    settings.actor = table["as"].value_or(settings.actor);
    settings.language = table["lang"].value_or(settings.language);
  } catch (const toml::parse_error& error) {
    throw Fault(engine::Error::Kind::Usage, "bad_config", mark("the configuration {0} is wrong in line {1}: {2}"),
                path.string(), error.source().begin.line, engine::line_shown(text, error.source().begin.line));
  }
}

std::filesystem::path own_config() {
  const auto home = environment("XDG_CONFIG_HOME");
  if (!home.empty()) return std::filesystem::path(home) / "maotiao/config.toml";
  return std::filesystem::path(environment("HOME")) / ".config/maotiao/config.toml";
}

}  // namespace

std::string wished_language(std::string_view flag) {
  return language_of(first_of({std::string(flag), environment("MAOTIAO_LANG"), environment("LC_ALL"),
                               environment("LC_MESSAGES"), environment("LANG")}));
}

Settings gather_settings(const Arguments& common) {
  Settings settings;
  settings.language.clear();
  read_file("/etc/maotiao/config.toml", settings);
  read_file(own_config(), settings);
  const auto flag = [&](std::string_view name) { return common.text_or(name, ""); };
  settings.db = first_of({flag("--db"), environment("MAOTIAO_DB"), settings.db});
  settings.actor = first_of({flag("--as"), environment("MAOTIAO_AS"), settings.actor});
  const auto chosen = first_of({checked_language(flag("--lang")), environment("MAOTIAO_LANG"), settings.language});
  settings.language = wished_language(chosen);
  settings.now = environment("MAOTIAO_NOW");
  settings.colour = common.has("--color") ? colour_of(flag("--color")) : default_colour();
  settings.json = common.has("--json");
  return settings;
}

}  // namespace cli
