#include "cli/database.hpp"

#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "storage/change_watch.hpp"
#include "storage/group_commit.hpp"
#include "storage/sqlite_store.hpp"

#include <filesystem>

#include <unistd.h>

namespace cli {
namespace {
using engine::mark;
using Kind = engine::Error::Kind;

storage::Options options(bool create) {
  storage::Options result;
  result.create = create;
  return result;
}

std::unique_ptr<storage::SqliteStore> open_file(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    throw Fault(Kind::NotFound, "no_database",
                mark("there is no database {0}; `maotiao init --db {0} --practice` makes one to practise with"), path);
  }
  return std::make_unique<storage::SqliteStore>(path, options(false));
}

bool may_write(const std::filesystem::path& path) { return access(path.c_str(), W_OK) == 0; }

}  // namespace

std::unique_ptr<engine::Store> open_database(const std::string& path) { return open_file(path); }

std::unique_ptr<engine::Store> make_database(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    throw Fault(Kind::Refused, "database_exists", mark("{0} is already there; nothing was changed"), path);
  }
  return std::make_unique<storage::SqliteStore>(path, options(true));
}

Served open_for_serving(const std::string& path) {
  auto file = open_file(path);
  if (!file->writable()) {
    throw Fault(Kind::Fault, "read_only",
                mark("{0} can only be read by this user, and a server has to write; check the rights of the file and "
                     "its folder"),
                path);
  }
  auto store = std::make_unique<storage::GroupCommit>(*file);
  return {std::move(file), std::move(store), watch_database(path)};
}

std::unique_ptr<engine::Changes> watch_database(const std::string& path) {
  return std::make_unique<storage::ChangeWatch>(path, options(false));
}

engine::GroundState ground_of(const std::string& path) {
  const auto file = std::filesystem::absolute(path);
  std::error_code unknown;
  const auto space = std::filesystem::space(file.parent_path(), unknown);
  return {unknown ? 0 : static_cast<std::int64_t>(space.available), may_write(file) && may_write(file.parent_path())};
}

}  // namespace cli
