#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace web {

/// One entry that was added to the history.
struct Change {
  std::int64_t position = 0;  // grows with every entry of the database
  std::string case_id;
};

/// What changed after some position.
struct News {
  std::int64_t position = 0;       // how far this tells
  std::vector<std::string> cases;  // each once
  bool all = false;                // too much to tell: whoever asked should look at everything again
};

/// Remembers the latest changes, so that a listener who was away is told what was missed. It holds nothing of its
/// listeners: a slow one costs nothing, and one who is too late is told to look at everything. Thread-safe.
class Hub {
 public:
  /// `position`: how far the history goes already; what came before is not told.
  explicit Hub(std::int64_t position = 0, std::size_t remembered = 1024)
      : remembered_(remembered), forgotten_(position), position_(position) {}

  /// `changes` in order of position. `woken` runs afterwards, on the caller's thread.
  void publish(std::vector<Change> changes);
  [[nodiscard]] std::int64_t position() const;
  [[nodiscard]] News since(std::int64_t position) const;
  /// Called after every publication; at most one listener: the server.
  void on_change(std::function<void()> woken);

 private:
  mutable std::mutex mutex_;
  std::size_t remembered_;
  std::deque<Change> changes_;
  std::int64_t forgotten_;  // the highest position that is no longer remembered
  std::int64_t position_;
  std::function<void()> woken_;
};

}  // namespace web
