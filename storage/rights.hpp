#pragma once

#include "engine/error.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace storage {

/// True if this user may write the database file and what lies beside it.
[[nodiscard]] bool may_write(const std::string& path);

/// What a writer is told who may only read: read_only.
[[nodiscard]] engine::Error only_readable(const std::string& path);

/// A database that this user can read only past its log, because the files of the log may not be made here: there must
/// be no log. SQLite takes no locks on it, so whoever reads asks afterwards whether it stood still meanwhile.
class StandingFile {
 public:
  /// Nothing if the database is to be read in the usual way. Throws engine::Error{read_only} if what was last written
  /// is in a log that only a writer can take in.
  [[nodiscard]] static std::optional<StandingFile> of(const std::string& path);

  /// The name under which SQLite reads it so.
  [[nodiscard]] std::string address() const;
  /// Throws engine::Error{busy} if somebody has written since.
  void refuse_if_moved() const;

 private:
  explicit StandingFile(std::string path);

  std::string path_;
  std::filesystem::file_time_type written_at_;
};

}  // namespace storage
