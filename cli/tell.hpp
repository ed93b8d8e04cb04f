#pragma once

#include "cli/output.hpp"
#include "cli/vocabulary.hpp"
#include "engine/error.hpp"
#include "engine/step.hpp"

namespace cli {

/// How an answer that is a "no" is told: as JSON on standard output or as sentences on standard error.
struct Teller {
  const Language& language;
  Output& out;
  bool json;
};

/// Each gives the exit code that goes with it.
int tell(const Teller& teller, const engine::Error& error);
int tell(const Teller& teller, const engine::Refusal& refusal);

}  // namespace cli
