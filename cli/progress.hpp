#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace cli {

/// A progress bar on standard error for work that takes more than a second; silent when that is not a terminal.
class Progress {
 public:
  /// `total` 0: unknown, then only the count is shown.
  Progress(std::string label, std::int64_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Cheap: draws at most ten times a second.
  void at(std::int64_t done);

 private:
  void draw(std::int64_t done);

  std::string label_;
  std::int64_t total_;
  std::chrono::steady_clock::time_point next_;
  bool terminal_;
  bool drawn_ = false;
};

}  // namespace cli
