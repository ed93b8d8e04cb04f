#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "workflows/draw.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {{"--format", "mermaid|dot|matrix|json|page",
           mark("a state diagram, a graph, a table of states by steps, all rows, or the page of the manual")}};
}

int run(Session& session, const Arguments& arguments) {
  const auto format = arguments.text_or("--format", session.json() ? "json" : "matrix");
  const auto drawing = format == "page" ? workflows::process_page() : workflows::draw(format);
  if (!drawing) throw wrong_words(mark("there is no format \"{0}\": mermaid, dot, matrix, json or page"), format);
  session.out().write(*drawing);
  if (!drawing->ends_with('\n')) session.out().line("");
  return exit_done;
}

}  // namespace

const Command process_command{options, "process --format mermaid", run};

}  // namespace cli
