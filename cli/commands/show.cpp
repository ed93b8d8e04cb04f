#include "cli/case_page.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "engine/mark.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {{"case", "CASE",
           mark("register number, its last digits (12, or 2020-12 of another year), or the outside reference"),
           Option::Need::Required}};
}

int run(Session& session, const Arguments& arguments) {
  print_case(session, session.find(arguments.text_or("case", ""), "show"), arguments.text_or("case", ""));
  return exit_done;
}

}  // namespace

const Command show_command{options, "show 1", run};

}  // namespace cli
