#include "workflows/answers/explanation.hpp"

#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/words/moments.hpp"

namespace workflows {
namespace {
using engine::mark;

nlohmann::json line_json(const Language& language, const engine::ExplanationLine& line, const engine::Zone& zone) {
  const auto words = engine::wording(line, zone);
  nlohmann::json result = {{"date", engine::format_date(line.date)},
                           {"verdict", engine::to_string(line.verdict)},
                           {"working", line.day.working},
                           {"reason", engine::to_string(line.day.reason)},
                           {"text", fill(language.translate(words.id), words.args)}};
  if (line.number > 0) result["number"] = line.number;
  if (!line.day.name.empty()) result["name"] = line.day.name;
  if (!line.day.notice.empty()) result["notice"] = line.day.notice;
  if (line.from) result["from"] = engine::format_instant(*line.from, zone);
  if (line.to) result["to"] = engine::format_instant(*line.to, zone);
  return result;
}

std::string last_line(const Language& language, const engine::Due& due, const engine::Zone& zone) {
  const auto at = at_words(due.at, zone);
  if (due.standing == engine::Standing::Firm) {
    return language.say(mark("due {0} (firm, calendar {1})"), at, due.calendar_revision);
  }
  return language.say(mark("due {0} (provisional: the calendar of that year is not published yet; {1})"), at,
                      due.calendar_revision);
}

}  // namespace

std::string explanation_text(const Language& language, const engine::Explanation& explanation,
                             const engine::Zone& zone) {
  std::string text;
  for (const auto& line : explanation.lines) {
    const auto head = engine::heading(line);
    const auto words = engine::wording(line, zone);
    text += "  " + fill(language.translate(head.id), head.args) + " - " +
            fill(language.translate(words.id), words.args) + "\n";
  }
  return text + "  " + last_line(language, explanation.due, zone) + "\n";
}

nlohmann::json explanation_json(const Language& language, const engine::Explanation& explanation,
                                const engine::Zone& zone) {
  auto lines = nlohmann::json::array();
  for (const auto& line : explanation.lines) lines.push_back(line_json(language, line, zone));
  return lines;
}

}  // namespace workflows
