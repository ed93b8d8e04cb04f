#pragma once

#include "cli/exit.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "cli/vocabulary.hpp"
#include "engine/desk.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace cli {

/// One run of the program: how it was asked to speak, and the database when a command needs it. Everything is opened at
/// first use, so that `--version` and `due` pay for nothing.
class Session {
 public:
  explicit Session(Settings settings);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] bool json() const { return settings_.json; }
  [[nodiscard]] const Language& language() const { return language_; }
  /// Standard output, buffered; a closed pipe ends the program quietly.
  [[nodiscard]] Output& out() { return out_; }

  /// Translates and fills {0} {1} ...
  template <class... Args>
  [[nodiscard]] std::string say(std::string_view message, const Args&... args) const {
    return language_.say(message, args...);
  }

  /// The database named by --db, MAOTIAO_DB or the configuration; refused with a sentence when there is none.
  [[nodiscard]] const std::string& database();
  /// True in a database made with `init --practice`.
  [[nodiscard]] bool practice();
  [[nodiscard]] engine::Store& store() { return desk().store(); }
  [[nodiscard]] engine::Desk& desk();
  [[nodiscard]] const engine::Process& process();
  /// The person who acts (--as, else the login name); engine::Error{NotPermitted} when not on the roster.
  [[nodiscard]] const engine::Actor& actor();

  /// The exit code of a refusal that was told and recorded, if the actor's roles do not have the command.
  [[nodiscard]] std::optional<int> denied(std::string_view command);
  /// The case a word names (see case_name.hpp); Fault (NotFound) if there is none that the actor may see. One of others
  /// is recorded as an attempt at `command`.
  [[nodiscard]] engine::CaseRecord find(std::string_view word, std::string_view command);
  /// Runs `work` on one consistent view of the database and the world as it stands there.
  template <class Work>
  void read(Work&& work) {
    store().read([&](engine::Reading& reading) { work(reading, *desk().world(reading)); });
  }
  /// The zone in which a centre counts; of no centre: that of the top centre.
  [[nodiscard]] engine::Zone zone_of(std::string_view centre);

  /// Prints one JSON value and a newline on standard output.
  void print(const nlohmann::json& value);
  /// Says why something was refused, and what is possible instead; gives the exit code.
  int refuse(const engine::Refusal& refusal);

 private:
  struct Opened;
  Opened& opened();
  void note_unseen(std::string_view command, std::string_view hidden);

  Settings settings_;
  Language language_;
  Output out_;
  std::unique_ptr<Opened> opened_;
};

}  // namespace cli
