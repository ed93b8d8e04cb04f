#include "tests/storage/child.hpp"

#include <array>
#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {

Child::Child(const std::string& file, int first, int count, int kill_at) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::vector<std::string> words{MAOTIAO_CRASH_CHILD, file, std::to_string(first), std::to_string(count),
                                 std::to_string(kill_at)};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const int code = posix_spawn(&pid_, MAOTIAO_CRASH_CHILD, &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  pipe_ = ends[0];
  if (code != 0) throw std::runtime_error("the child program did not start");
}

Child::~Child() {
  if (pid_ != 0) {
    kill();
    wait();
  }
  close(pipe_);
}

bool Child::read_line(std::string& line) {
  std::array<char, 4096> bytes{};
  for (auto end = unread_.find('\n');; end = unread_.find('\n')) {
    if (end != std::string::npos) {
      line = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return true;
    }
    const ssize_t got = read(pipe_, bytes.data(), bytes.size());
    if (got <= 0) return false;
    unread_.append(bytes.data(), static_cast<std::size_t>(got));
  }
}

void Child::listen(Answered& answered, int wanted) {
  std::string line;
  for (int told = 0; told != wanted && read_line(line); ++told) {
    const auto space = line.find(' ');
    answered.emplace(line.substr(0, space), std::stoll(line.substr(space + 1)));
  }
}

void Child::kill() { ::kill(pid_, SIGKILL); }

int Child::wait() {
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = 0;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace tests
