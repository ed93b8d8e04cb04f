#pragma once

namespace cli {

/// While it lives, Ctrl-C and SIGTERM only ask the program to end at the next good moment; a second one ends it at
/// once. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] bool requested() const;
};

}  // namespace cli
