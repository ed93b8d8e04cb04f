#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tests {

/// A disk that fails on purpose: a SQLite VFS over the real one that counts every open, write, sync and truncation.
/// It never waits for the real disk: what was synced is known here, so power loss can be played without any.
class FaultDisk {
 public:
  enum class Fault { None, InputOutput, Full, PowerLoss, Kill };

  /// From construction to destruction it is the VFS `name()`. One at a time.
  explicit FaultDisk(Fault fault = Fault::None, int at = 0);
  ~FaultDisk();
  FaultDisk(const FaultDisk&) = delete;
  FaultDisk& operator=(const FaultDisk&) = delete;

  [[nodiscard]] static const char* name() { return "maotiao-fault-disk"; }
  /// True once the operation `at` was reached.
  [[nodiscard]] bool struck() const { return at_ > 0 && count_ >= at_; }
  [[nodiscard]] int count() const { return count_; }

  /// Writes to `folder` what a power loss now leaves of each file: all that was synced, and of what was written since a
  /// random part of the sectors of 512 bytes.
  void leave_in(const std::string& folder, unsigned seed) const;

  /// From now on nothing more can be written, or again can.
  void fill() { full_ = true; }
  void make_room() { full_ = false; }

  // Called by the VFS: the SQLite code of the next operation, 0 to carry on.
  int next(int failure_code);
  void wrote(const std::string& file, std::int64_t offset, const void* bytes, int count);
  void cut(const std::string& file, std::int64_t size);
  void synced(const std::string& file);
  void removed(const std::string& file);

 private:
  struct Change {
    std::int64_t offset;  // of a write; the new size of a truncation
    bool is_cut;
    std::string bytes;
  };
  struct Image {
    std::string durable;
    std::vector<Change> since;
  };
  static void apply(std::string& image, const Change& change, const std::function<bool()>& survives);

  Fault fault_;
  int at_;
  int count_ = 0;
  bool full_ = false;
  std::map<std::string, Image> files_;
};

}  // namespace tests
