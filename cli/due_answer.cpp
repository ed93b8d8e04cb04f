#include "cli/due_answer.hpp"

#include "cli/stdin_lines.hpp"
#include "cli/tell.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/questions.hpp"
#include "engine/time/text.hpp"

namespace cli {
namespace {
using engine::mark;

nlohmann::json as_json(const Session& session, const DueQuestion& question, engine::Instant start) {
  const auto& zone = question.site.zone();
  const auto explanation = engine::explain(question.rule, start, question.site);
  return {{"rule", question.name},
          {"start", engine::format_instant(start, zone)},
          {"due", engine::format_instant(explanation.due.at, zone)},
          {"due_date", engine::format_date(explanation.due.date)},
          {"status", engine::to_string(explanation.due.standing)},
          {"calendar_revision", explanation.due.calendar_revision},
          {"explanation", explanation_json(session.language(), explanation, zone)}};
}

void answer_line(Session& session, const DueQuestion& question, const std::string& line) {
  const auto& zone = question.site.zone();
  const auto start = engine::parse_instant(line, zone);
  if (session.json()) return session.print(as_json(session, question, start));
  session.out().line(engine::format_instant(engine::due(question.rule, start, question.site).at, zone));
}

}  // namespace

int answer_one(Session& session, const DueQuestion& question, const std::string& start, bool explained) {
  answer_line(session, question, start);
  if (!explained || session.json()) return exit_done;
  const auto& zone = question.site.zone();
  const auto explanation = engine::explain(question.rule, engine::parse_instant(start, zone), question.site);
  session.out().write(explanation_text(session.language(), explanation, zone));
  return exit_done;
}

int answer_lines(Session& session, const DueQuestion& question) {
  int result = exit_done;
  each_stdin_line([&](const std::string& line) {
    try {
      answer_line(session, question, line);
    } catch (const engine::Error& error) {
      if (session.json())
        (void)tell({session.language(), session.out(), true}, error);
      else
        session.out().line("error: " + fault_words(session.language(), error.what()));
      result = exit_usage;
    }
  });
  return result;
}

int answer_questions(Session& session) {
  each_stdin_line([&](const std::string& line) {
    if (!line.empty()) session.out().line(engine::answer_question(line));
  });
  return exit_done;
}

}  // namespace cli
