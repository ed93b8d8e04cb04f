#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

namespace web {
namespace {

using engine::mark;
using nlohmann::json;

constexpr std::int64_t most_nights = 400;

json line_of(const engine::Night& night) {
  const auto report = json::parse(night.report);
  return {{"day", engine::format_date(night.day)},       {"as_of", report.at("as_of")},
          {"missed_from", report.at("missed_from")},     {"open", report.at("open")},
          {"overdue", report.at("overdue").at("count")}, {"digest", report.at("history").at("digest")}};
}

/// The rows of the centres that the viewer reaches; the counts stay those of the whole organisation.
json seen_rows(const Call& call, const View& view, const json& list) {
  auto rows = json::array();
  for (auto row : list.at("rows")) {
    if (!view.sight.centre(row.at("centre").get<std::string>())) continue;
    row["deadline_label"] = workflows::deadline_word(call.language, row.at("deadline").get<std::string>());
    row["holder_name"] = view.person_name(row.at("holder").get<std::string>());
    row["centre_name"] = view.centre_name(row.at("centre").get<std::string>());
    rows.push_back(std::move(row));
  }
  return {{"count", list.at("count")}, {"rows", std::move(rows)}};
}

engine::Night night_named(const Call& call, View& view) {
  const auto& word = call.named.at(0);
  const auto day = engine::try_parse_date(word);
  if (const auto night = day ? view.reading.night(*day) : std::nullopt) return *night;
  throw workflows::Fault(engine::Error::Kind::NotFound, "no_night", mark("no run was made on the night of {0}"), word);
}

}  // namespace

Answer get_nights(const Call& call) {
  auto list = json::array();
  look(call, [&](View& view) {
    for (const auto& night : view.reading.nights(most_nights)) list.push_back(line_of(night));
  });
  return ok({{"nights", list}});
}

Answer get_night(const Call& call) {
  json report;
  look(call, [&](View& view) {
    report = json::parse(night_named(call, view).report);
    for (const auto* list : {"overdue", "due_soon", "limits_overdue", "limits_due_soon"})
      if (report.contains(list)) report[list] = seen_rows(call, view, report.at(list));  // not in every older night
    if (!view.sight.everything()) report["faults"] = json::array();
  });
  return ok(report);
}

}  // namespace web
