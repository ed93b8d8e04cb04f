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
      writing.put_person({"li", "李某", "", "town", "", "", {"receptionist", "mediator"}, true, {}, {}});
      writing.put_person({"wang", "王某", "", "town", "", "", {"mediator"}, true, {}, {}});
    });
  }
  Town(const Town&) = delete;
  Town& operator=(const Town&) = delete;
  ~Town() {
    for (const char* tail : {"", "-wal", "-shm", "-lock"}) std::filesystem::remove(path_ + tail);
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] engine::Instant instant(std::string_view local) const { return engine::parse_instant(local, zone_); }

  /// So many people come in at one time.
  void arrive(int people, engine::Instant at) {
    each(people, [&](engine::Trip& trip) { arrive(trip, at); });
  }
  /// So many cases are received and offered to a colleague at one time, who does not answer.
  void offer(int cases, engine::Instant at) {
    each(cases, [&](engine::Trip& trip) {
      arrive(trip, at);
      take(trip, "receive", nlohmann::json::object(), at);
      take(trip, "offer", {{"to", "wang"}, {"reason", "专业"}}, at);
    });
  }

  SetClock clock;

 private:
  static storage::Options creating() {
    storage::Options options;
    options.create = true;
    return options;
  }

  static constexpr int batch_size = 5'000;

  /// So many new cases that move so far, a batch to a transaction.
  template <class Work>
  void each(int count, Work&& work) {
    for (int done = 0; done < count; done += batch_size)
      desk.together([&](engine::Batch& batch) {
        for (int i = done; i < std::min(count, done + batch_size); ++i) {
          auto trip = batch.open("town");
          work(trip);
          trip.store();
        }
      });
    store_.checkpoint();
  }

  static void arrive(engine::Trip& trip, engine::Instant at) {
    take(trip, "arrive", {{"channel", "walk-in"}, {"party", "张某某"}, {"about", "邻里采光"}}, at);
  }

  static void take(engine::Trip& trip, std::string_view event, nlohmann::json fields, engine::Instant at) {
    auto answer = trip.step({std::string(event), std::move(fields), {"li", "town", {"receptionist", "mediator"}}, at});
    if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) throw std::runtime_error(refusal->code);
  }

  engine::Zone zone_ = engine::Zone::named("Asia/Shanghai");
  std::string path_;
  storage::SqliteStore store_;
  std::unique_ptr<engine::Process> process_ = workflows::make_dispute_process();

 public:
  engine::Desk desk{store_, *process_, clock};
};

}  // namespace bench
