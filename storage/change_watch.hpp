#pragma once

#include "engine/schedule/ports.hpp"
#include "storage/connection.hpp"

#include <chrono>
#include <string>

namespace storage {

/// Sees every commit of every process on one database file. The kernel tells when the write-ahead log is touched; what
/// SQLite itself counts as a change decides. Where the kernel cannot tell (no inotify, another machine's disk) the
/// count is looked at ten times a second. For one thread at a time.
class ChangeWatch final : public engine::Changes {
 public:
  enum class Ears { Kernel, None };

  /// Throws engine::Error as SqliteStore does. What was committed before is no change.
  explicit ChangeWatch(const std::string& path, const Options& options = {}, Ears ears = Ears::Kernel);
  ~ChangeWatch() override;
  ChangeWatch(const ChangeWatch&) = delete;
  ChangeWatch& operator=(const ChangeWatch&) = delete;

  [[nodiscard]] int descriptor() const override { return ears_; }
  [[nodiscard]] engine::Milliseconds patience() const override;
  [[nodiscard]] bool changed() override;

 private:
  using Clock = std::chrono::steady_clock;

  void listen(const std::string& path);
  [[nodiscard]] bool heard();

  Connection connection_;
  std::string log_, base_;  // the names in the folder that are listened for
  int ears_ = -1;
  std::int64_t version_ = 0;
  Clock::time_point heard_at_{};  // when the log was last touched: its commit may still be on its way
};

}  // namespace storage
