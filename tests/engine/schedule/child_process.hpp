#pragma once

#include <array>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace toy {

/// A run of schedule_child.
class ChildProcess {
 public:
  explicit ChildProcess(std::vector<std::string> words) {
    std::array<int, 2> ends{};
    REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    words.insert(words.begin(), MAOTIAO_SCHEDULE_CHILD);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int code = posix_spawn(&pid_, MAOTIAO_SCHEDULE_CHILD, &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    pipe_ = ends[0];
    REQUIRE(code == 0);
  }
  ~ChildProcess() { close(pipe_); }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// The number it told; -1 if it was killed before.
  int wait() {
    std::string said;
    std::array<char, 64> bytes{};
    for (ssize_t got = 0; (got = read(pipe_, bytes.data(), bytes.size())) > 0;)
      said.append(bytes.data(), static_cast<std::size_t>(got));
    int status = 0;
    waitpid(pid_, &status, 0);
    if (WIFSIGNALED(status)) return -1;
    REQUIRE(WEXITSTATUS(status) == 0);
    return std::stoi(said);
  }

 private:
  pid_t pid_ = 0;
  int pipe_ = -1;
};

}  // namespace toy
