#pragma once

#include "engine/schedule/ports.hpp"
#include "storage/connection.hpp"

#include <string>

namespace storage {

/// Sees every commit of every process on one database file. The kernel tells when a writer announces its commit on the
/// sidecar of the WriterLock, or ends; what SQLite itself counts as a change decides. Where the kernel cannot tell (no
/// inotify, no sidecar yet) the count is looked at ten times a second; a commit that nobody announces (another program,
/// another machine) is seen within half a minute. For one thread at a time.
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
  void listen();
  void take_events();

  Connection connection_;
  std::string sidecar_;
  int ears_ = -1;
  int sidecar_watch_ = -1;
  std::int64_t version_ = 0;
};

}  // namespace storage
