#include "storage/change_watch.hpp"

#include "storage/writer_lock.hpp"

#include <array>
#include <cstring>

#include <sys/inotify.h>
#include <unistd.h>

namespace storage {
namespace {

using namespace std::chrono_literals;

constexpr engine::Milliseconds without_ears = 100ms;
constexpr engine::Milliseconds to_be_sure = 30s;

constexpr const char* count_of_changes = "PRAGMA data_version";

// IN_ATTRIB: a sidecar that is deleted while a writer has it open only loses its name.
constexpr std::uint32_t lost = IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

}  // namespace

ChangeWatch::ChangeWatch(const std::string& path, const Options& options, Ears ears)
    : connection_(path, options, Connection::Mode::ReadOnly), sidecar_(WriterLock::path_for(path)) {
  if (ears == Ears::Kernel) ears_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  listen();
  version_ = connection_.number(count_of_changes);
}

ChangeWatch::~ChangeWatch() {
  if (ears_ >= 0) close(ears_);
}

// The sidecar, not the log: every commit writes the log a hundred times and announces itself once.
void ChangeWatch::listen() {
  if (ears_ < 0 || sidecar_watch_ >= 0) return;
  sidecar_watch_ = inotify_add_watch(ears_, sidecar_.c_str(), IN_MODIFY | IN_CLOSE_WRITE | lost);
}

void ChangeWatch::take_events() {
  alignas(inotify_event) std::array<char, 4096> bytes{};
  bool gone = false;
  for (ssize_t got = 0; (got = read(ears_, bytes.data(), bytes.size())) > 0;) {
    for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof event);
      gone = gone || (event.wd == sidecar_watch_ && (event.mask & (lost | IN_IGNORED)) != 0);
      at += sizeof event + event.len;
    }
  }
  if (!gone) return;
  inotify_rm_watch(ears_, sidecar_watch_);
  sidecar_watch_ = -1;
}

engine::Milliseconds ChangeWatch::patience() const { return sidecar_watch_ < 0 ? without_ears : to_be_sure; }

// Listening comes before looking: what is committed in between is heard.
bool ChangeWatch::changed() {
  if (ears_ >= 0) take_events();
  listen();
  const std::int64_t version = connection_.number(count_of_changes);
  if (version == version_) return false;
  version_ = version;
  return true;
}

}  // namespace storage
