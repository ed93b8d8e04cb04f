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

// Each prints its answer and gives the exit code.
int answer_one(Session& session, const DueQuestion& question, const std::string& start, bool explained);
/// One start a line from standard input, one due a line; a wrong line gives a line that begins with "error: ".
int answer_lines(Session& session, const DueQuestion& question);
/// Questions as JSON objects, one a line.
int answer_questions(Session& session);

}  // namespace cli
