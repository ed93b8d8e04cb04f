#pragma once

#include "cli/session.hpp"
#include "engine/time/explain.hpp"

#include <string>
#include <string_view>

namespace cli {

/// What `due` is asked: a rule of the standard at a site.
struct DueQuestion {
  std::string name;
  engine::Rule rule;
  engine::Site site;
};

/// The standard's rule of that name at a site; Fault (Usage) for any other name.
[[nodiscard]] engine::Rule standard_rule(std::string_view name, const engine::Site& site, bool emergency);

// Each prints its answer and gives the exit code.
int answer_one(Session& session, const DueQuestion& question, const std::string& start, bool explained);
/// One start a line from standard input, one due a line; a wrong line gives a line that begins with "error: ".
int answer_lines(Session& session, const DueQuestion& question);
/// Questions as JSON objects, one a line.
int answer_questions(Session& session);

}  // namespace cli
