#pragma once

#include "engine/happening.hpp"
#include "engine/instant.hpp"
#include "engine/time/rule.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine {

/// What a step does to one clock. `Start` on a clock that runs already counts it anew (a correction);
/// `Meet` ends it as kept (on time or late), `Stop` ends it without being kept (the case left that path).
struct ClockChange {
  enum class Op { Start, Meet, Stop, Pause, Resume };

  Op op;
  std::string_view deadline;        // a name of Process::deadline_kinds()
  int cycle = 1;                    // 1 for the first run, n+1 after a relapse
  Instant at;                       // the anchor of Start, the instant of the others
  Rule rule{};                      // Start only: how the due instant is counted
  std::string_view rule_version{};  // Start only: which version of the standard, e.g. "xiaozhan-2020"
};

/// A number to be taken from a gapless series when the step is committed, and the field it is written to.
struct NumberWish {
  std::string series;  // e.g. "register", "mediation"
  std::string field;   // e.g. "number", "mediation_number"
};

/// Somebody to be told something: a role of the case's centre or a person.
struct Telling {
  std::string to;       // person id, or "role:supervisor"
  std::string subject;  // message id (engine::mark)
};

/// A happening on another case that must be committed together with this step (a merge has two sides).
struct Companion {
  std::string case_id;
  Happening happening;
};

/// A field that the process adds to the entry, so that a later step need not guess what stood at this instant.
struct Added {
  std::string field;
  std::string value;
};

/// What follows from one accepted happening. Nothing in it was read from a clock or a file.
struct Step {
  std::string state_before;
  std::string state_after;
  std::string holder_after;  // person id; empty only before reception and after the end
  std::vector<ClockChange> clocks;
  std::vector<NumberWish> numbers;
  std::vector<Added> adds;
  std::vector<Telling> tell;
  std::vector<Companion> also;
};

/// One thing that can be done now, for the answer to "what is possible here?".
struct Possible {
  std::string event;
  std::vector<std::string> needs;  // fields the step needs, by name
  std::vector<std::string> roles;  // roles that may do it
  std::string missing;             // message id of the first guard that refuses now, empty if none
};

/// A step that was not taken, as a value: what was refused, why, by which rule, and what is possible now.
struct Refusal {
  enum class Kind { Impossible, Guard, Field, NotPermitted, Conflict, NotFound };

  Kind kind = Kind::Impossible;
  std::string code;               // stable word for programs, e.g. "consent_missing"
  std::string message;            // message id with {0} {1} ...
  std::vector<std::string> args;  // what goes into the placeholders
  std::string rule;               // the article or rule it follows from, e.g. "人民调解法 Art.17"
  std::string case_number;
  std::vector<std::string> possible;  // events that are possible now
  std::string event{};                // the step that was refused, if it was one
};

using Decision = std::variant<Step, Refusal>;

}  // namespace engine
