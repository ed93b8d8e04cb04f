#pragma once

#include "cli/vocabulary.hpp"

#include <string>
#include <string_view>

namespace cli {

/// What a sample command is filled with.
struct Sample {
  std::string word;      // names the case; empty for an arrival
  std::string ahead;     // an instant that lies ahead, "2020-05-22 09:00"
  std::string past;      // one that does not
  std::string extended;  // the new end of a mediation period
  std::string person;    // who holds the case
  std::string another;   // somebody else
  std::string kind;      // type of the dispute
};

/// A command to paste that records this event: the required fields and those that its guards usually ask for, with
/// values to replace where words are needed. Without the leading `maotiao`.
[[nodiscard]] std::string step_sample(const Language& language, std::string_view event, const Sample& sample);

}  // namespace cli
