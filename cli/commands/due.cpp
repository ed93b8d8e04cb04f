#include "cli/commands.hpp"
#include "cli/due_answer.hpp"
#include "cli/site_choice.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "workflows/answers/promised_rule.hpp"

#include <string>

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"rule", "RULE", mark("reception, plan or visit")},
      {"start", "START", mark("RFC 3339 or \"2026-05-20 09:00\"; - reads one a line from standard input")},
      {"--site", "FILE", mark("a site in TOML: time zone, opening hours, calendar")},
      {"--emergency", "", mark("danger to life or limb: reception starts at once on any day")},
      {"--explain", "", mark("show day by day how it came about")},
      {"--jsonl", "", mark("answer questions from standard input, one JSON object a line")},
  };
}

int run(Session& session, const Arguments& arguments) {
  const auto site = chosen_site(session, arguments.text_or("--site", ""));
  if (arguments.has("--jsonl")) return answer_questions(session);
  const auto rule = arguments.text("rule");
  const auto start = arguments.text("start");
  if (!rule || !start) {
    throw wrong_words(mark("say the rule and the start, e.g. `maotiao due plan \"2026-05-20 09:00\"`"));
  }
  const DueQuestion question{*rule, workflows::promised_rule(*rule, site, arguments.has("--emergency")), site};
  return *start == "-" ? answer_lines(session, question)
                       : answer_one(session, question, *start, arguments.has("--explain"));
}

}  // namespace

const Command due_command{options, "due plan \"2026-02-13 10:00\" --explain", run};

}  // namespace cli
