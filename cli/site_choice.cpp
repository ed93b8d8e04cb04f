#include "cli/site_choice.hpp"

#include "cli/small_file.hpp"
#include "cli/vocabulary.hpp"
#include "engine/time/calendar_import.hpp"
#include "engine/time/site_file.hpp"

#include <filesystem>
#include <optional>

namespace cli {
namespace {

/// A site file names its calendar by a built-in word, or by a file that lies beside it.
engine::Calendar named_calendar(const std::string& name, const std::filesystem::path& beside) {
  const auto path = beside / name;
  const bool word = name == "cn" || name == "weekends" || name == "none";
  std::error_code unreadable;  // a name no file can have is a word too
  if (word || !std::filesystem::is_regular_file(path, unreadable)) return engine::built_in_calendar(name);
  return engine::calendar_from_file(small_file(path.string()), path.stem().string());
}

}  // namespace

engine::Site chosen_site(Session& session, const std::string& file) {
  if (!file.empty()) {
    const auto beside = std::filesystem::path(file).parent_path();
    return engine::read_site(small_file(file), [&](const auto& name) { return named_calendar(name, beside); });
  }
  if (session.settings().db.empty()) return engine::Site::standard();
  std::optional<engine::Site> site;
  session.read([&](engine::Reading&, const engine::World& world) { site = main_site(world); });
  return *site;
}

}  // namespace cli
