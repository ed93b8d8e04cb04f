#pragma once

#include "engine/accounts/accounts.hpp"
#include "storage/sqlite_store.hpp"
#include "tests/engine/office.hpp"

#include <atomic>
#include <filesystem>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace toy {

/// A hash that costs nothing and counts how often it was asked: the price of an answer.
class CountingHash : public engine::PasswordHash {
 public:
  [[nodiscard]] std::string make(std::string_view password) const override { return "toy:" + reversed(password); }
  [[nodiscard]] bool fits(const std::string& hash, std::string_view password) const override {
    ++asked;
    return hash == make(password);
  }
  [[nodiscard]] bool is_outdated(const std::string& hash) const override { return hash.starts_with("old:"); }
  [[nodiscard]] const std::string& nobodys() const override { return nobody_; }

  mutable std::atomic<int> asked = 0;

 private:
  static std::string reversed(std::string_view text) { return {text.rbegin(), text.rend()}; }
  std::string nobody_ = "toy:";
};

/// The port of a store that counts the transactions that write.
class CountingStore : public engine::Store {
 public:
  explicit CountingStore(engine::Store& store) : store_(store) {}
  void read(const std::function<void(engine::Reading&)>& work) override { store_.read(work); }
  void write(const std::function<void(engine::Writing&)>& work) override {
    ++writes;
    store_.write(work);
  }
  std::atomic<int> writes = 0;

 private:
  engine::Store& store_;
};

/// A folder of its own that is gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "accounts.XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline const std::string good_password = "柳树下的小石桥一二三";
inline const std::string other_password = "a quiet river bank";

/// A town's front door: two colleagues with passwords, one without, an administrator of the town and one of a village.
class FrontDoor {
 public:
  explicit FrontDoor(engine::Store& store, engine::AccountPolicy policy = {})
      : counted(store), desk(counted, process, clock), accounts(desk, hash, policy) {
    store.write([&](engine::Writing& writing) {
      writing.put_transitions(process.transitions());
      writing.put_centre({"town", "T", "town", "", "T〔{year}〕{number:04}号", "({year}){number}", ""});
      writing.put_centre({"v01", "V", "village", "town", "V〔{year}〕{number:04}号", "({year}){number}", ""});
      writing.put_person({"li", "李某", "li.login", "town", "", "", {"clerk"}, true, {}, {}});
      writing.put_person({"zhao", "赵某", "", "town", "", "", {"clerk"}, false, {}, {}});
      writing.put_person({"he", "何某", "", "town", "", "", {"clerk"}, false, {}, {}});
      writing.put_person({"feng", "冯某", "", "v01", "", "", {"clerk"}, false, {}, {}});
      for (const char* person : {"li", "zhao"})
        writing.accounts().put_password({person, hash.make(good_password), false, now, "he"});
    });
    counted.writes = 0;
  }

  void advance(engine::Seconds by) { clock.set(now += by); }

  std::variant<engine::Signed, engine::NotSigned> attempt(std::string_view login, std::string_view password,
                                                          const engine::Place& place = {"10.0.0.1"}) {
    return accounts.sign_in(login, password, place, now);
  }
  engine::Signed in(std::string_view login, const engine::Place& place = {"10.0.0.1"},
                    std::string_view password = good_password) {
    auto answer = attempt(login, password, place);
    if (const auto* no = std::get_if<engine::NotSigned>(&answer))
      FAIL("not signed in: " << static_cast<int>(no->why) << ", wait " << no->retry_after.count());
    return std::get<engine::Signed>(answer);
  }
  engine::NotSigned out(std::string_view login, std::string_view password = "wrong wrong wrong",
                        const engine::Place& place = {"10.0.0.1"}) {
    auto answer = attempt(login, password, place);
    REQUIRE(std::holds_alternative<engine::NotSigned>(answer));
    return std::get<engine::NotSigned>(answer);
  }
  bool stands(const std::string& token) { return accounts.who_is(token, now).has_value(); }

  std::vector<engine::Attempt> attempts() {
    std::vector<engine::Attempt> found;
    counted.read([&](engine::Reading& reading) { found = reading.attempts(); });
    return found;
  }
  void change_person(const std::function<void(engine::Person&)>& change) {
    counted.write([&](engine::Writing& writing) {
      auto people = writing.people();
      for (auto& person : people) {
        if (person.id != "li") continue;
        change(person);
        writing.put_person(person);
      }
    });
  }

  engine::Instant now{std::chrono::sys_days(std::chrono::year(2030) / 1 / 1)};
  toy::SetClock clock;
  toy::Letters process;
  CountingHash hash;
  CountingStore counted;
  engine::Desk desk;
  engine::Accounts accounts;
  engine::Actor admin{"he", "town", {"clerk"}};
  engine::Actor village_admin{"feng", "v01", {"clerk"}};
};

struct OwnStore {
  storage::MemoryStore memory;
};
struct Door : OwnStore, FrontDoor {
  explicit Door(engine::AccountPolicy policy = {}) : FrontDoor(memory, policy) {}
};

}  // namespace toy
