#pragma once

#include "cli/watch/drawing.hpp"

#include <memory>
#include <vector>

namespace cli::watch {

/// True if both ends are a terminal that can be drawn on.
[[nodiscard]] bool can_draw();

/// The terminal while the board is on it; put back as it was on every way out. The only file that knows curses. One at
/// a time, made after StopSignal.
class Screen {
 public:
  /// engine::Error when this kind of terminal is not known.
  explicit Screen(bool colour);
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  [[nodiscard]] Size size() const;
  void put(const std::vector<Line>& lines);
  /// The next key that was pressed, None if there is none. Never waits.
  [[nodiscard]] Key key();

 private:
  struct Terminal;
  std::unique_ptr<Terminal> terminal_;
};

}  // namespace cli::watch
