#include "storage/writer_lock.hpp"

#include "engine/error.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace storage {
namespace {

using namespace std::chrono_literals;

// Byte 0 guards the counter of tickets, byte 1 is the lock, bytes from `line` on are the tickets of those who wait.
constexpr off_t counter_byte = 0;
constexpr off_t lock_byte = 1;
constexpr off_t counter_at = 8;
constexpr off_t signature_at = 16;
constexpr off_t commit_at = 24;
constexpr off_t line = 4096;

struct flock region(short type, off_t from, off_t length) {
  struct flock wanted {};
  wanted.l_type = type;
  wanted.l_whence = SEEK_SET;
  wanted.l_start = from;
  wanted.l_len = length;
  return wanted;
}

bool try_take(int file, off_t byte) {
  auto wanted = region(F_WRLCK, byte, 1);
  return fcntl(file, F_OFD_SETLK, &wanted) == 0;
}

void give_back(int file, off_t byte) {
  auto wanted = region(F_UNLCK, byte, 1);
  fcntl(file, F_OFD_SETLK, &wanted);
}

bool anyone_holds(int file, off_t from, off_t length) {  // length 0: to the end
  auto asked = region(F_WRLCK, from, length);
  return fcntl(file, F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK;
}

[[noreturn]] void refuse(const std::string& path) {
  const int why = errno;
  const bool full = why == ENOSPC || why == EDQUOT;
  const bool closed = why == EACCES || why == EROFS || why == EPERM;
  throw engine::Error(engine::Error::Kind::Fault,
                      full     ? "disk_full"
                      : closed ? "read_only"
                               : "cannot_open",
                      "The lock file " + path + " cannot be used: " + std::strerror(why) +
                          ". Nothing was written; check the folder's rights and space.");
}

// The ticket is held from before the counter is free for the next, so a later ticket always sees an earlier one.
std::int64_t draw_ticket(int file) {
  std::int64_t ticket = 0;
  if (pread(file, &ticket, sizeof ticket, counter_at) != sizeof ticket || ticket < 0) ticket = 0;
  const std::int64_t next = ticket + 1;
  const bool counted = pwrite(file, &next, sizeof next, counter_at) == sizeof next;
  return counted && try_take(file, line + ticket) ? ticket : -1;
}

class Patience {
 public:
  explicit Patience(WriterLock::Clock::time_point limit) : limit_(limit), half_(now() + (limit - now()) / 2) {}
  [[nodiscard]] bool exhausted() const { return now() >= limit_; }
  // A stopped process at the head of the line must not starve those behind it for ever.
  [[nodiscard]] bool may_overtake() const { return now() >= half_; }
  void pause() {
    std::this_thread::sleep_for(pause_);
    if (pause_ < 1ms) pause_ *= 2;
  }

 private:
  static WriterLock::Clock::time_point now() { return WriterLock::Clock::now(); }
  WriterLock::Clock::time_point limit_, half_;
  std::chrono::microseconds pause_{20};
};

}  // namespace

WriterLock::WriterLock(const std::string& database) : path_(path_for(database)) {}

WriterLock::~WriterLock() {
  if (file_ >= 0) close(file_);
}

// A sidecar that was deleted while it is open here would lock nobody out.
void WriterLock::open_current() {
  struct stat here {
  }, there{};
  if (file_ >= 0 && fstat(file_, &here) == 0 && stat(path_.c_str(), &there) == 0 && here.st_ino == there.st_ino &&
      here.st_dev == there.st_dev)
    return;
  if (file_ >= 0) close(file_);
  file_ = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0660);
  if (file_ < 0) refuse(path_);
}

bool WriterLock::take_if_nobody_waits() { return !anyone_holds(file_, line, 0) && try_take(file_, lock_byte); }

bool WriterLock::wait_in_line(Clock::time_point limit) {
  Patience patience{limit};
  std::int64_t ticket = -1;
  bool taken = false;
  while (!taken && !patience.exhausted()) {
    if (ticket < 0 && try_take(file_, counter_byte)) {
      ticket = draw_ticket(file_);
      give_back(file_, counter_byte);
    }
    const bool my_turn = ticket == 0 || (ticket > 0 && !anyone_holds(file_, line, ticket));
    taken = (my_turn || patience.may_overtake()) && try_take(file_, lock_byte);
    if (!taken) patience.pause();
  }
  if (ticket >= 0) give_back(file_, line + ticket);
  return taken;
}

// Who has signed last need not sign again: each writing to the sidecar wakes all who watch it.
void WriterLock::sign() {
  const std::int64_t pid = getpid();
  std::int64_t signed_last = 0;
  if (pread(file_, &signed_last, sizeof signed_last, signature_at) == sizeof signed_last && signed_last == pid) return;
  if (pwrite(file_, &pid, sizeof pid, signature_at) != sizeof pid) {
    give_back(file_, lock_byte);
    refuse(path_);
  }
}

bool WriterLock::lock_until(Clock::time_point limit) {
  open_current();
  if (!take_if_nobody_waits() && !wait_in_line(limit)) return false;
  sign();
  return true;
}

void WriterLock::unlock() { give_back(file_, lock_byte); }

// A process that dies between its commit and this closes the sidecar, which is heard as well.
void WriterLock::announce() const noexcept {
  const std::int64_t pid = getpid();
  static_cast<void>(pwrite(file_, &pid, sizeof pid, commit_at) == sizeof pid);
}

std::optional<std::int64_t> WriterLock::holder(const std::string& database) {
  const int file = open(path_for(database).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  std::int64_t pid = 0;
  if (pread(file, &pid, sizeof pid, signature_at) != sizeof pid) pid = 0;
  auto asked = region(F_RDLCK, lock_byte, 1);
  const bool held = fcntl(file, F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK;
  close(file);
  return held ? std::optional{pid} : std::nullopt;
}

}  // namespace storage
