#include "storage/change_watch.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>

#include <sys/inotify.h>
#include <unistd.h>

namespace storage {
namespace {

using namespace std::chrono_literals;

/// Frames reach the log before the sync that makes them a commit; a slow disk syncs for this long at most.
constexpr auto on_its_way = 3s;
constexpr engine::Milliseconds soonest = 10ms;
constexpr engine::Milliseconds without_ears = 100ms;
constexpr engine::Milliseconds to_be_sure = 30s;

constexpr const char* count_of_changes = "PRAGMA data_version";

}  // namespace

ChangeWatch::ChangeWatch(const std::string& path, const Options& options, Ears ears)
    : connection_(path, options, Connection::Mode::ReadOnly) {
  if (ears == Ears::Kernel) listen(path);
  version_ = connection_.number(count_of_changes);
}

ChangeWatch::~ChangeWatch() {
  if (ears_ >= 0) close(ears_);
}

// The folder, not the log itself: the log may be made anew. A folder that cannot be listened to leaves the slow way.
void ChangeWatch::listen(const std::string& path) {
  const auto file = std::filesystem::absolute(path);
  base_ = file.filename().string();
  log_ = base_ + "-wal";
  ears_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (ears_ < 0) return;
  if (inotify_add_watch(ears_, file.parent_path().c_str(), IN_MODIFY | IN_CREATE | IN_MOVED_TO) >= 0) return;
  close(ears_);
  ears_ = -1;
}

// True if one of the events was about this database. An overflow may have been.
bool ChangeWatch::heard() {
  alignas(inotify_event) std::array<char, 4096> bytes{};
  bool ours = false;
  for (ssize_t got = 0; (got = read(ears_, bytes.data(), bytes.size())) > 0;) {
    for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof event);
      const char* name = event.len > 0 ? bytes.data() + at + sizeof event : "";
      ours = ours || (event.mask & IN_Q_OVERFLOW) != 0 || name == log_ || name == base_;
      at += sizeof event + event.len;
    }
  }
  return ours;
}

engine::Milliseconds ChangeWatch::patience() const {
  if (ears_ < 0) return without_ears;
  const auto quiet = std::chrono::duration_cast<engine::Milliseconds>(Clock::now() - heard_at_);
  return quiet < on_its_way ? std::max(soonest, quiet / 4) : to_be_sure;  // a few dozen looks for each commit
}

bool ChangeWatch::changed() {
  if (ears_ >= 0 && heard()) heard_at_ = Clock::now();
  const std::int64_t version = connection_.number(count_of_changes);
  if (version == version_) return false;
  version_ = version;
  return true;
}

}  // namespace storage
