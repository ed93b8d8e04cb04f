#pragma once

#include "engine/desk.hpp"
#include "engine/time/text.hpp"
#include "storage/sqlite_store.hpp"
#include "workflows/dispute_process.hpp"

#include <filesystem>
#include <string>

namespace bench {

/// A clock that stands where it is put.
class SetClock : public engine::Clock {
 public:
  [[nodiscard]] engine::Instant now() const override { return now_; }
  void set(engine::Instant now) { now_ = now; }

 private:
  engine::Instant now_{};
};

inline std::string fresh_file(const std::string& name) {
  const auto path = std::filesystem::temp_directory_path() / (name + "-" + std::to_string(getpid()) + ".db");
  for (const char* tail : {"", "-wal", "-shm", "-lock"}) std::filesystem::remove(path.string() + tail);
  return path.string();
}

/// A town's database on disk, with the real process, that removes itself.
class Town {
 public:
  explicit Town(const std::string& name) : path_(fresh_file(name)), store_(path_, creating()) {
    store_.write([&](engine::Writing& writing) {
      writing.put_transitions(process_->transitions());
      writing.put_centre({"town", "镇中心", "town", "", "T〔{year}〕{number:06}号", "({year})T{number}", ""});
      writing.put_person({"li", "李某", "", "town", "", "", {"receptionist"}, true, {}, {}});
    });
  }
  Town(const Town&) = delete;
  Town& operator=(const Town&) = delete;
  ~Town() {
    for (const char* tail : {"", "-wal", "-shm", "-lock"}) std::filesystem::remove(path_ + tail);
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] engine::Instant instant(std::string_view local) const { return engine::parse_instant(local, zone_); }

  /// So many people come in at one time, `batch` to a transaction.
  void arrive(int people, engine::Instant at) {
    constexpr int batch_size = 5'000;
    for (int done = 0; done < people; done += batch_size)
      desk.together([&](engine::Batch& batch) {
        for (int i = done; i < std::min(people, done + batch_size); ++i) arrive_one(batch, at);
      });
    store_.checkpoint();
  }

  SetClock clock;

 private:
  static storage::Options creating() {
    storage::Options options;
    options.create = true;
    return options;
  }

  void arrive_one(engine::Batch& batch, engine::Instant at) {
    engine::Happening happening;
    happening.event = "arrive";
    happening.fields = {{"channel", "walk-in"}, {"party", "张某某"}, {"about", "邻里采光"}};
    happening.actor = {"li", "town", {"receptionist"}};
    happening.occurred_at = at;
    auto trip = batch.open("town");
    auto answer = trip.step(happening);
    if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) throw std::runtime_error(refusal->code);
    trip.store();
  }

  engine::Zone zone_ = engine::Zone::named("Asia/Shanghai");
  std::string path_;
  storage::SqliteStore store_;
  std::unique_ptr<engine::Process> process_ = workflows::make_dispute_process();

 public:
  engine::Desk desk{store_, *process_, clock};
};

}  // namespace bench
