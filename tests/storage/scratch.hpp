#pragma once

#include "storage/memory_store.hpp"
#include "storage/sqlite_store.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace tests {

/// A folder of its own that is gone afterwards.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] std::string file(const std::string& name = "centre.db") const { return (folder_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

/// A fresh store of either kind with the made-up relation: what the contract is tried on.
struct OnSqlite {
  OnSqlite();
  Scratch scratch;
  storage::SqliteStore store;
};
struct InMemory {
  InMemory();
  storage::MemoryStore store;
};

/// Options that make a new database.
[[nodiscard]] storage::Options fresh();

/// Everything a store tells, as one text: two stores that tell the same are the same.
[[nodiscard]] std::string everything(engine::Store& store, engine::Instant until);

/// The code of the engine::Error that `body` throws, "none" if it throws none.
[[nodiscard]] std::string code_of(const std::function<void()>& body);

/// Runs plain SQL on a file as another program would; gives the error message, empty if there was none.
[[nodiscard]] std::string plain_sql(const std::string& file, const std::string& sql);
/// The first column of the first row.
[[nodiscard]] std::string plain_value(const std::string& file, const std::string& sql);

}  // namespace tests
