#pragma once

#include "engine/accounts/password_hash.hpp"
#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "storage/memory_store.hpp"
#include "web/api/application.hpp"
#include "workflows/dispute_process.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace web {

class StandingClock : public engine::Clock {
 public:
  [[nodiscard]] engine::Instant now() const override { return at; }
  engine::Instant at = engine::parse_instant("2020-05-20T10:00:00+08:00", engine::Zone::utc());
};

/// A hash that costs nothing: what it costs is tested where it is made.
class OpenHash : public engine::PasswordHash {
 public:
  [[nodiscard]] std::string make(std::string_view password) const override { return "open:" + std::string(password); }
  [[nodiscard]] bool fits(const std::string& hash, std::string_view password) const override {
    return hash == "open:" + std::string(password);
  }
  [[nodiscard]] bool is_outdated(const std::string&) const override { return false; }
  [[nodiscard]] const std::string& nobodys() const override { return nobody_; }

 private:
  std::string nobody_ = "open:";
};

/// What a person's browser keeps between two requests.
struct Browser {
  std::string cookie, csrf;
};

/// A town with a village, their people, and the window onto them; requests are answered without a socket.
class AnOffice {
 public:
  AnOffice();

  /// A browser in which this person has signed in with a password of their own.
  Browser signed_in(const std::string& person);

  Answer ask(const Request& request) { return window.answer(request); }
  Answer get(const Browser& browser, std::string_view target);
  Answer post(const Browser& browser, std::string_view target, const nlohmann::json& body,
              std::string_view revision = {});
  /// The id of a new case that `person` registers.
  std::string arrive(const Browser& browser);

  StandingClock clock;
  storage::MemoryStore store;
  std::unique_ptr<engine::Process> process = workflows::make_dispute_process();
  engine::Desk desk{store, *process, clock};
  Hub hub;
  Office office{desk, hub, "小站镇", true, [] { return engine::GroundState{std::int64_t{1} << 40U, true}; }};
  OpenHash hash;
  engine::Accounts accounts{desk, hash};
  Pages pages{{}};
  Window window{office, accounts, pages};
};

[[nodiscard]] Request request(std::string method, std::string_view target, const Browser& browser = {});
[[nodiscard]] nlohmann::json json_of(const Answer& answer);

}  // namespace web
