#pragma once

#include "engine/json.hpp"
#include "engine/roster.hpp"
#include "workflows/machine.hpp"

#include <memory>
#include <string>
#include <vector>

namespace workflows_tests {

/// One thing that can be told to the pure machine, whole: fields and what the roster would say.
struct Letter {
  Letter(std::string called, workflows::Event event, nlohmann::json fields, bool by_engine = false,
         bool by_receiver = true);

  std::string name;
  std::shared_ptr<const nlohmann::json> fields;  // what `told` looks into
  workflows::Told told;
  bool by_receiver;
};

/// A case for the pure machine: state, facts, and the limits that surely run.
struct Node {
  workflows::State state = workflows::State::Fresh;
  workflows::Facts facts;
  workflows::LimitSet running = 0;

  [[nodiscard]] std::string key() const;
};

/// Tells a letter to a node. The outcome is the machine's; `next` is where the case then stands, with counters cut so
/// that there are finitely many nodes.
workflows::Advance tell(const Node& node, const Letter& letter, Node& next);

/// The letters of the way by mediation and aid, of the other ways out, and of custody and joint work.
[[nodiscard]] std::vector<Letter> mediation_letters();
[[nodiscard]] std::vector<Letter> other_letters();
[[nodiscard]] std::vector<Letter> custody_letters();

}  // namespace workflows_tests
