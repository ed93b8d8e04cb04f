#include "tests/architecture/tree.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

namespace architecture {
namespace {

using Offences = std::vector<std::string>;
using Rooms = std::set<std::string>;

const std::map<std::string, Rooms> may_include{
    {"engine", {"engine"}},
    {"workflows", {"workflows", "engine"}},
    {"storage", {"storage", "engine"}},
    {"cli", {"cli", "workflows", "engine"}},
    {"web", {"web", "workflows", "engine"}},
};

/// The only files of cli that may see the web room: where `serve` opens the window.
const std::set<std::string> opening{"cli/change_follower.cpp", "cli/change_follower.hpp", "cli/web_window.cpp",
                                    "cli/web_window.hpp"};

/// The only files that may see storage: where a store is chosen, and the commands about the database file itself.
/// Everything else sees the port.
const std::set<std::string> wiring{"cli/database.cpp", "cli/commands/backup.cpp", "cli/commands/doctor.cpp",
                                   "cli/commands/restore.cpp", "cli/commands/verify.cpp"};

std::string room_of(const std::string& include) { return include.substr(0, include.find('/')); }

bool against_the_arrows(const File& file, const std::string& include) {
  const auto room = room_of(include);
  if (!may_include.contains(room) && room != "tests" && room != "bench") return false;
  if (room == "storage" && wiring.contains(file.path)) return false;
  if (room == "web" && opening.contains(file.path)) return false;
  return !may_include.at(file.room()).contains(room);
}

Offences includes_where(bool (*wrong)(const File&, const std::string&)) {
  Offences found;
  for (const auto& file : sources()) {
    if (!may_include.contains(file.room())) continue;
    for (const auto& include : file.includes())
      if (wrong(file, include)) found.push_back(file.path + " includes " + include);
  }
  return found;
}

bool sql(const File& file, const std::string& include) {
  static const std::set<std::string> drivers{"SQLiteCpp", "sqlite3.h", "sqlite3ext.h", "libpq-fe.h", "pqxx"};
  return file.room() != "storage" && drivers.contains(room_of(include));
}

bool by_a_short_name(const File& file, const std::string& include) {
  const auto folder = file.path.substr(0, file.path.rfind('/') + 1);
  return std::any_of(sources().begin(), sources().end(),
                     [&](const File& other) { return other.path == folder + include && other.path != include; });
}

}  // namespace

TEST_CASE("the tree is really read: every room has sources") {
  for (const auto* room : {"engine", "workflows", "storage", "cli", "tests"})
    CHECK(std::any_of(sources().begin(), sources().end(), [&](const File& file) { return file.room() == room; }));
}

TEST_CASE("includes run one way: cli -> workflows -> engine <- storage") {
  CHECK(includes_where(against_the_arrows) == Offences{});
}

TEST_CASE("SQL stays in storage") { CHECK(includes_where(sql) == Offences{}); }

TEST_CASE("an include shows the room it crosses into: full paths only") {
  CHECK(includes_where(by_a_short_name) == Offences{});
}

TEST_CASE("the arrow check sees an include against the arrows") {
  const File engine{"engine/desk.cpp", "#include \"engine/desk.hpp\"\n#  include \"storage/sqlite_store.hpp\"\n"};
  REQUIRE(engine.includes() == std::vector<std::string>{"engine/desk.hpp", "storage/sqlite_store.hpp"});
  CHECK_FALSE(against_the_arrows(engine, engine.includes()[0]));
  CHECK(against_the_arrows(engine, engine.includes()[1]));
  CHECK(against_the_arrows({"workflows/a.cpp", ""}, "cli/output.hpp"));
  CHECK(against_the_arrows({"cli/commands/show.cpp", ""}, "storage/sqlite_store.hpp"));
  CHECK_FALSE(against_the_arrows({"cli/commands/show.cpp", ""}, "nlohmann/json.hpp"));
  CHECK(sql({"cli/commands/show.cpp", ""}, "SQLiteCpp/Database.h"));
}

}  // namespace architecture
