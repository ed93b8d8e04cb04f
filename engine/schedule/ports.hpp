#pragma once

#include "engine/instant.hpp"

namespace engine {

/// What a scheduler waits on. Tests turn it by hand, so that a year passes in a second.
class Alarm {
 public:
  enum class Woke { Time, Change, Stop };

  virtual ~Alarm() = default;
  /// Waits for so long at most; comes back at once when the database was changed by anybody, when the wall clock was
  /// set, or when the program is asked to end. Anything that happened since the last wait counts.
  virtual Woke wait(Milliseconds at_most) = 0;
  /// Asked between two batches of work.
  [[nodiscard]] virtual bool stop_requested() const = 0;
  /// Time since some fixed instant, on a clock that nobody can set.
  [[nodiscard]] virtual Milliseconds uptime() const = 0;
};

/// Tells that something in the database was changed, by whatever process. One listener each: open one for the
/// scheduler, one for a web server. How far the history then reaches and which cases moved: `Reading::position`,
/// `Reading::moved_since`.
class Changes {
 public:
  virtual ~Changes() = default;
  /// Readable (poll, epoll) when there may be news; -1 where the system has no way to tell.
  [[nodiscard]] virtual int descriptor() const = 0;
  /// For how long one may wait at most before `changed` is to be asked even though the descriptor was silent: short
  /// while a change is on its way to the disk, long when all is quiet.
  [[nodiscard]] virtual Milliseconds patience() const = 0;
  /// Takes in what the descriptor had to tell; true if a commit was made since the last true. Never waits.
  [[nodiscard]] virtual bool changed() = 0;
};

}  // namespace engine
