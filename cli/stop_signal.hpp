#pragma once

namespace cli {

/// While it lives, SIGTERM and SIGINT ask the program to finish what it has begun and end; a second one ends it at
/// once. One at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  [[nodiscard]] bool requested() const;
  /// Becomes readable, and stays so, when the program is asked to end.
  [[nodiscard]] int descriptor() const;
};

}  // namespace cli
