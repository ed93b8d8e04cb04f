#pragma once

#include "engine/accounts/accounts.hpp"
#include "engine/desk.hpp"
#include "engine/schedule/health.hpp"
#include "engine/sight.hpp"
#include "web/api/boards.hpp"
#include "web/http/hub.hpp"
#include "web/http/message.hpp"
#include "workflows/words/language.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace web {

/// Who asks, as known at the door.
struct Viewer {
  engine::Actor actor;
  std::string csrf;          // what a form of this session must show; empty with a token
  bool may_write = true;     // false for a token that only reads
  bool must_change = false;  // a first password: nothing but changing it
  bool by_token = false;
  std::string session{};  // its id; empty with a token
};

/// What the answers are made from. All members outlive the server.
struct Office {
  engine::Desk& desk;
  Hub& hub;
  std::string organisation;
  bool practice = false;
  std::function<engine::GroundState()> ground;  // how the database's disk is
  std::function<void(std::string_view)> log{};  // where faults of the world are told; never what a client sent
  std::shared_ptr<Boards> boards = std::make_shared<Boards>();
};

/// One request on its way to its answer.
struct Call {
  Office& office;
  engine::Accounts& accounts;
  const Request& request;
  const Viewer& viewer;
  workflows::Language language;
  std::vector<std::string> named{};  // the parts of the path that the route leaves open

  [[nodiscard]] engine::Instant now() const { return office.desk.now(); }
  /// Translates and fills {0} {1} ...
  template <class... Args>
  [[nodiscard]] std::string say(std::string_view message, const Args&... args) const {
    return language.say(message, args...);
  }
};

/// One consistent view of the database for one viewer.
struct View {
  engine::Reading& reading;
  const engine::World& world;
  engine::Sight& sight;

  [[nodiscard]] const engine::Zone& zone(std::string_view centre) const { return world.site_of(centre).zone(); }
  [[nodiscard]] std::string person_name(std::string_view id) const;
  [[nodiscard]] std::string centre_name(std::string_view id) const;
};

void look(const Call& call, const std::function<void(View&)>& work);

/// The case that the `n`-th open part of the path names; engine::Error (NotFound) if there is none that may be seen,
/// and one of others is recorded as an attempt at `action`.
[[nodiscard]] engine::CaseRecord named_case(const Call& call, std::size_t n, std::string_view action);

/// The same for any word that names a case.
[[nodiscard]] engine::CaseRecord find_case(const Call& call, const std::string& word, std::string_view action);

/// 200 with the value as JSON.
[[nodiscard]] Answer ok(const nlohmann::json& value);
/// The body as a JSON object of at most 64 levels; engine::Error (Usage) if it is none.
[[nodiscard]] nlohmann::json body_of(const Request& request);

}  // namespace web
