#pragma once

#include "tests/storage/soundness.hpp"

#include <string>
#include <vector>

#include <sys/types.h>

namespace tests {

/// A run of storage_crash_child, whose answers are read from a pipe.
class Child {
 public:
  Child(const std::string& file, int first, int count, int kill_at = 0);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Reads answers until `wanted` were told in all or the child is gone; negative: until it is gone.
  void listen(Answered& answered, int wanted = -1);
  void kill();
  /// The exit code, or minus the signal that ended it.
  int wait();

 private:
  bool read_line(std::string& line);

  pid_t pid_ = 0;
  int pipe_ = -1;
  std::string unread_;
};

}  // namespace tests
