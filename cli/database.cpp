#include "cli/database.hpp"

#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "storage/sqlite_store.hpp"

#include <filesystem>

namespace cli {
namespace {
using engine::mark;
using Kind = engine::Error::Kind;

storage::Options options(bool create) {
  storage::Options result;
  result.create = create;
  return result;
}

}  // namespace

std::unique_ptr<engine::Store> open_database(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    throw Fault(Kind::NotFound, "no_database",
                mark("there is no database {0}; `maotiao init --db {0} --practice` makes one to practise with"), path);
  }
  return std::make_unique<storage::SqliteStore>(path, options(false));
}

std::unique_ptr<engine::Store> make_database(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    throw Fault(Kind::Refused, "database_exists", mark("{0} is already there; nothing was changed"), path);
  }
  return std::make_unique<storage::SqliteStore>(path, options(true));
}

}  // namespace cli
