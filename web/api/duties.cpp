#include "engine/json.hpp"
#include "web/api/clock_json.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/company.hpp"
#include "workflows/answers/masking.hpp"

#include <algorithm>

namespace web {
namespace {

using nlohmann::json;

/// Running clocks of one kind that are looked through, the first due first.
constexpr std::int64_t most_clocks = 1000;

/// A question or a task that has a clock of its own, which bears its number.
struct Duty {
  const char* deadline;
  const char* step;  // what is done about it
};
constexpr Duty duties[] = {{"question", "answer"}, {"task", "report_task"}};

/// What is asked, if it is asked of the person and still open; nothing else.
std::optional<std::string> asked_of(const std::string& person, const engine::DeadlineRow& row,
                                    const workflows::Company& company) {
  const auto at = static_cast<std::size_t>(row.deadline.cycle) - 1;
  if (row.deadline.name == "question") {
    if (at >= company.questions.size()) return std::nullopt;
    const auto& question = company.questions[at];
    return question.answerer == person && !question.answered ? std::optional(question.text) : std::nullopt;
  }
  if (at >= company.tasks.size()) return std::nullopt;
  const auto& task = company.tasks[at];
  return task.person == person && task.status == "open" ? std::optional(task.what) : std::nullopt;
}

std::optional<json> duty_json(const Call& call, View& view, const engine::DeadlineRow& row, const Duty& duty) {
  const auto& viewer = call.viewer.actor;
  const auto record = view.reading.find_case(row.case_id);
  if (!record || !view.sight.sees(*record)) return std::nullopt;
  const auto company = workflows::company_of(*record, workflows::sees_names(viewer, *record));
  const auto text = asked_of(viewer.person, row, company);
  if (!text) return std::nullopt;
  auto line = clock_json(call.language, row.deadline, call.now(), view.zone(row.centre));
  line["case"] = row.case_number;
  line["id"] = row.case_id;
  line["number"] = row.deadline.cycle;
  line["step"] = duty.step;
  line["text"] = *text;
  return line;
}

}  // namespace

Answer get_own_duties(const Call& call) {
  auto list = json::array();
  look(call, [&](View& view) {
    for (const auto& duty : duties)
      for (const auto& row : view.reading.expired(duty.deadline, engine::Instant::max(), most_clocks))
        if (auto line = duty_json(call, view, row, duty)) list.push_back(*std::move(line));
  });
  return ok({{"duties", list}});
}

}  // namespace web
