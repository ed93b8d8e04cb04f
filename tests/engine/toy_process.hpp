#pragma once

#include "engine/error.hpp"
#include "engine/process.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace toy {

/// A process small enough to read at a glance: a letter arrives, is answered within 3 working days and filed. A letter
/// that nobody files within the limit files itself. Enough to test the engine without knowing anything of mediation.
struct Row {
  std::string_view event, from, to;
};

inline constexpr std::array rows{
    Row{"arrive", "", "arrived"},         Row{"answer", "arrived", "answered"},   Row{"file", "answered", "filed"},
    Row{"expire", "answered", "filed"},   Row{"wait", "arrived", "arrived"},      Row{"go_on", "arrived", "arrived"},
    Row{"recount", "arrived", "arrived"}, Row{"recount", "answered", "answered"}, Row{"follow", "arrived", "arrived"}};

class Letter : public engine::Matter {
 public:
  explicit Letter(std::string state = {}, std::string facts = "{}") : state_(std::move(state)) {
    number_ = nlohmann::json::parse(facts).value("number", "");
  }

  [[nodiscard]] engine::Decision decide(const engine::Happening& happening,
                                        const engine::Surroundings& /*around*/) const override {
    using Op = engine::ClockChange::Op;
    if (happening.actor.roles == std::vector<std::string>{"guest"})
      return engine::Refusal{engine::Refusal::Kind::NotPermitted, "not_permitted", "no", {}, {}, {}, {}};
    for (const Row& row : rows) {
      if (row.event != happening.event || row.from != state_) continue;
      engine::Step step;
      step.state_before = row.from;
      step.state_after = row.to;
      step.holder_after = row.to == "filed" ? "" : happening.actor.person;
      const engine::Instant at = happening.occurred_at;
      if (row.event == "arrive") {
        step.clocks.push_back({Op::Start, "answer", 1, at, engine::WorkingDays{3}, "toy-1"});
        step.numbers.push_back({"register", "number"});
      }
      if (row.event == "answer") {
        step.clocks.push_back({Op::Meet, "answer", 1, at, {}, {}});
        step.clocks.push_back({Op::Start, "filing", 1, at, engine::WorkingDays{1}, "toy-1"});
      }
      if (row.event == "file") step.clocks.push_back({Op::Meet, "filing", 1, at, {}, {}});
      if (row.event == "expire") step.clocks.push_back({Op::Stop, "filing", 1, at, {}, {}});
      if (row.event == "wait") step.clocks.push_back({Op::Pause, "answer", 1, at, {}, {}});
      if (row.event == "go_on") step.clocks.push_back({Op::Resume, "answer", 1, at, {}, {}});
      if (row.event == "follow") {
        engine::Happening other = happening;
        other.event = happening.fields.at("then");
        step.also.push_back({happening.fields.at("case"), other});
      }
      return step;
    }
    return engine::Refusal{engine::Refusal::Kind::Impossible, "impossible", "not here", {}, {}, {}, {}};
  }

  void apply(const engine::HistoryEntry& entry) override {
    for (const Row& row : rows)
      if (row.event == entry.event) {
        state_ = entry.state_after;
        if (entry.event == "arrive") number_ = nlohmann::json::parse(entry.fields).at("number");
        return;
      }
    throw engine::Error(engine::Error::Kind::Fault, "unknown_event", "unknown event '" + entry.event + "'");
  }

  [[nodiscard]] std::vector<engine::Possible> possible(const engine::Surroundings& /*around*/) const override {
    std::vector<engine::Possible> found;
    for (const Row& row : rows)
      if (row.from == state_) found.push_back({std::string(row.event), {}, {}, {}});
    return found;
  }

  void project(engine::CaseRecord& record) const override {
    record.number = number_;
    record.facts = nlohmann::json{{"number", number_}}.dump();
  }

 private:
  std::string state_;
  std::string number_;
};

class Letters : public engine::Process {
 public:
  [[nodiscard]] std::string_view name() const override { return "letters"; }
  [[nodiscard]] const std::vector<engine::Transition>& transitions() const override { return transitions_; }
  [[nodiscard]] const std::vector<engine::DeadlineKind>& deadline_kinds() const override { return kinds_; }
  [[nodiscard]] bool is_final(std::string_view state) const override { return state == "filed"; }
  [[nodiscard]] std::string owes(const engine::CaseRecord& /*record*/,
                                 const engine::Deadline& /*clock*/) const override {
    return owed_by_;
  }
  [[nodiscard]] bool stands_beside(std::string_view event) const override { return event == "recount"; }
  [[nodiscard]] std::unique_ptr<engine::Matter> fresh() const override { return std::make_unique<Letter>(); }
  [[nodiscard]] std::unique_ptr<engine::Matter> restore(const engine::CaseRecord& record) const override {
    if (!unreadable_.empty() && record.number == unreadable_)
      throw engine::Error(engine::Error::Kind::Fault, "unreadable", "case " + record.number + " cannot be read");
    return std::make_unique<Letter>(record.state, record.facts);
  }
  [[nodiscard]] bool permits(const std::vector<std::string>& roles, std::string_view /*action*/) const override {
    return roles != std::vector<std::string>{"guest"};
  }
  [[nodiscard]] bool reaches(const engine::Actor& actor, engine::Purpose /*purpose*/, std::string_view centre,
                             const std::vector<engine::Centre>& /*centres*/) const override {
    return actor.centre == centre || actor.centre.empty();
  }
  [[nodiscard]] bool may_see(const engine::Actor& actor, const engine::CaseRecord& record,
                             const engine::World& /*world*/) const override {
    return reaches(actor, engine::Purpose::Reading, record.centre, {}) || actor.person == record.holder;
  }

  /// The standard can be changed under running letters: levels switched off, say.
  void switch_levels_off() { kinds_.front().levels.clear(); }
  /// The limit within the process is warned about on the morning of its day.
  void warn_of_filing() {
    auto& levels = kinds_.back().levels;
    levels.insert(levels.begin(), {"amber", Basis::WorkingDayOpening, {}, 1, "holder"});
  }
  /// The answer is owed by somebody who does not hold the letter.
  void let_owe(std::string person) {
    owed_by_ = std::move(person);
    for (auto& level : kinds_.front().levels)
      if (level.tells == "holder") level.tells = "owes";
  }
  /// One letter can no longer be read.
  void refuse_to_move(std::string number) { unreadable_ = std::move(number); }

 private:
  static std::vector<engine::Transition> relation() {
    std::vector<engine::Transition> relation;
    for (const Row& row : rows) relation.push_back({row.event, row.from, row.to});
    return relation;
  }

  using Basis = engine::LevelRule::Basis;
  std::string unreadable_, owed_by_;
  std::vector<engine::Transition> transitions_ = relation();
  std::vector<engine::DeadlineKind> kinds_{
      {"answer",
       true,
       "",
       {{"amber", Basis::WorkingDayOpening, {}, 3, "holder"},
        {"red", Basis::AtDue, {}, 0, "holder"},
        {"director", Basis::OpenAfterDue, std::chrono::minutes(240), 0, "role:director"}}},
      {"filing", false, "expire", {{"red", Basis::AtDue, {}, 0, "holder"}}}};
};

}  // namespace toy
