#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>

namespace web {
namespace {

using engine::mark;
using nlohmann::json;

constexpr std::int64_t most_nights = 400;

bool seen(const View& view, const json& row) { return view.sight.centre(row.at("centre").get<std::string>()); }

/// How many of a list's rows are of the centres that the viewer reaches; null where the night kept too few to tell.
json seen_count(const View& view, const json& list) {
  if (view.sight.everything()) return list.at("count");
  const auto& rows = list.at("rows");
  if (list.at("count") != rows.size()) return nullptr;
  return std::ranges::count_if(rows, [&](const json& row) { return seen(view, row); });
}

json line_of(const View& view, const engine::Night& night) {
  const auto report = json::parse(night.report);
  const bool all = view.sight.everything();
  return {{"day", engine::format_date(night.day)},
          {"as_of", report.at("as_of")},
          {"missed_from", report.at("missed_from")},
          {"open", all ? report.at("open") : json()},
          {"overdue", seen_count(view, report.at("overdue"))},
          {"digest", report.at("history").at("digest")}};
}

/// The rows of the centres that the viewer reaches.
json seen_rows(const Call& call, const View& view, const json& list) {
  auto rows = json::array();
  for (auto row : list.at("rows")) {
    if (!seen(view, row)) continue;
    row["deadline_label"] = workflows::deadline_word(call.language, row.at("deadline").get<std::string>());
    row["holder_name"] = view.person_name(row.at("holder").get<std::string>());
    row["centre_name"] = view.centre_name(row.at("centre").get<std::string>());
    rows.push_back(std::move(row));
  }
  return {{"count", seen_count(view, list)}, {"rows", std::move(rows)}};
}

/// What the night said of the whole organisation is for who reaches every centre.
void leave_out_the_whole(json& report) {
  for (const auto* part : {"summary", "alerts_raised", "calendar"}) report.erase(part);
  report["open"] = nullptr;
  report["faults"] = json::array();
  report["history"] = {{"digest", report.at("history").at("digest")}};
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
    for (const auto& night : view.reading.nights(most_nights)) list.push_back(line_of(view, night));
  });
  return ok({{"nights", list}});
}

Answer get_night(const Call& call) {
  json report;
  look(call, [&](View& view) {
    report = json::parse(night_named(call, view).report);
    for (const auto* list : {"overdue", "due_soon", "limits_overdue", "limits_due_soon"})
      if (report.contains(list)) report[list] = seen_rows(call, view, report.at(list));  // not in every older night
    if (!view.sight.everything()) leave_out_the_whole(report);
  });
  return ok(report);
}

}  // namespace web
