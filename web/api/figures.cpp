#include "engine/error.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/answers/report_json.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

#include <map>
#include <tuple>

#include <fmt/format.h>

namespace web {
namespace {

using engine::mark;
using nlohmann::json;
using std::chrono::days;

/// Whole days of the zone, both included; left out: this month so far.
workflows::ReportSpan period_asked(const Call& call, const engine::Zone& zone) {
  const std::chrono::year_month_day today{zone.date(call.now())};
  const auto from = call.request.asked("from");
  const auto to = call.request.asked("to");
  const auto first =
      from.empty() ? engine::Date{today.year() / today.month() / std::chrono::day{1}} : engine::parse_date(from);
  const auto last = to.empty() ? engine::Date{today} : engine::parse_date(to);
  if (last < first) throw workflows::wrong_words(mark("the period ends before it begins"));
  const auto end = zone.midnight(last + days{1});
  return {zone.midnight(first), end, call.now()};
}

/// A cell of CSV. A spreadsheet takes what begins with one of these for a formula: an apostrophe keeps it a text.
std::string csv_cell(std::string_view text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  std::string cell = formula ? "'" : "";
  for (const char letter : text) cell.append(letter == '"' ? 2 : 1, letter);
  return cell.find_first_of(",\"\r\n") == std::string::npos ? cell : fmt::format("\"{}\"", cell);
}

/// How the promises that fell due in the period were kept: by month and centre, and the days they were broken on.
class Course {
 public:
  Course(const workflows::ReportSpan& period, std::string_view centre) : period_(period), centre_(centre) {}

  void add(const engine::CaseRecord& record, const engine::Zone& zone) {
    if (!centre_.empty() && record.centre != centre_) return;
    for (const auto& clock : record.deadlines)
      if (clock.standard && clock.due >= period_.from && clock.due < period_.to) add(record, clock, zone);
  }

  /// One line a month, centre and limit, as other programs take it in: UTF-8 with a mark, so that spreadsheets know.
  [[nodiscard]] std::string table(const View& view, const workflows::Language& language) const {
    std::string text = "\xEF\xBB\xBFmonth,centre,centre_name,deadline,deadline_name,on_time,late,overdue\r\n";
    for (const auto& [key, count] : months_) {
      const auto& [month, centre, deadline] = key;
      for (const auto& cell :
           {month, centre, view.centre_name(centre), deadline, workflows::deadline_word(language, deadline),
            std::to_string(count.on_time), std::to_string(count.late)})
        text += csv_cell(cell) + ",";
      text += std::to_string(count.overdue) + "\r\n";
    }
    return text;
  }

  [[nodiscard]] json months() const {
    auto list = json::array();
    for (const auto& [key, count] : months_) {
      const auto& [month, centre, deadline] = key;
      list.push_back({{"month", month},
                      {"centre", centre},
                      {"deadline", deadline},
                      {"on_time", count.on_time},
                      {"late", count.late},
                      {"overdue", count.overdue}});
    }
    return list;
  }

  [[nodiscard]] json breaches() const {
    auto list = json::array();
    for (const auto& [date, count] : breaches_) list.push_back({{"date", date}, {"count", count}});
    return list;
  }

 private:
  struct Count {
    std::int64_t on_time = 0, late = 0, overdue = 0;  // late: kept after all; overdue: not kept yet
  };

  void add(const engine::CaseRecord& record, const engine::Deadline& clock, const engine::Zone& zone) {
    using Status = engine::DeadlineStatus;
    const auto status = engine::status(clock, period_.as_of);
    if (status != Status::OnTime && status != Status::Late && status != Status::Overdue) return;
    const auto date = engine::format_date(zone.date(clock.due));
    auto& count = months_[{date.substr(0, 7), record.centre, clock.name}];
    ++(status == Status::OnTime ? count.on_time : status == Status::Late ? count.late : count.overdue);
    if (status != Status::OnTime) ++breaches_[date];
  }

  const workflows::ReportSpan& period_;
  std::string_view centre_;
  std::map<std::tuple<std::string, std::string, std::string>, Count> months_;
  std::map<std::string, std::int64_t> breaches_;
};

Course course_of(View& view, const workflows::ReportSpan& period, const std::string& centre, const engine::Zone& zone) {
  Course course(period, centre);
  engine::CaseFilter all;
  all.open_only = false;
  view.reading.each_case(all, [&](const engine::CaseRecord& record) {
    if (view.sight.sees(record)) course.add(record, zone);
    return true;
  });
  return course;
}

}  // namespace

Answer get_figures(const Call& call) {
  const auto centre = std::string(call.request.asked("centre"));
  json result;
  look(call, [&](View& view) {
    const auto& zone = workflows::main_site(view.world).zone();
    const auto period = period_asked(call, zone);
    workflows::PeriodReport report(period, centre);
    view.reading.each_entry([&](const engine::HistoryEntry& entry) {
      if (view.sight.sees(view.reading, entry.case_id)) report.add(entry);
      return true;
    });
    const auto course = course_of(view, period, centre, zone);
    result = workflows::report_json(report.finish(), zone, centre);
    result["months"] = course.months();
    result["breaches"] = course.breaches();
  });
  return ok(result);
}

Answer get_figures_table(const Call& call) {
  const auto centre = std::string(call.request.asked("centre"));
  std::string text;
  look(call, [&](View& view) {
    const auto zone = workflows::main_site(view.world).zone();
    const auto period = period_asked(call, zone);
    text = course_of(view, period, centre, zone).table(view, call.language);
  });
  Answer answer;
  answer.set("Content-Disposition", "attachment; filename=\"figures.csv\"");
  return answer.body(std::move(text), "text/csv; charset=utf-8");
}

}  // namespace web
