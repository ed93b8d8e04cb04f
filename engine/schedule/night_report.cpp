#include "engine/schedule/night_report.hpp"

#include "engine/check.hpp"
#include "engine/digest.hpp"
#include "engine/json.hpp"
#include "engine/schedule/nightly.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

namespace engine {
namespace {

using nlohmann::json;

/// A report is read by people; beyond this many only the count tells more.
constexpr std::size_t most_rows = 1'000;

json row_json(const DeadlineRow& row, const World& world) {
  return {{"case", row.case_number},
          {"ref", row.ref},
          {"deadline", row.deadline.name},
          {"cycle", row.deadline.cycle},
          {"due", format_instant(row.deadline.due, world.site_of(row.centre).zone())},
          {"holder", row.holder},
          {"centre", row.centre}};
}

json list_json(const std::vector<DeadlineRow>& rows, const World& world) {
  json shown = json::array();
  for (std::size_t n = 0; n < std::min(rows.size(), most_rows); ++n) shown.push_back(row_json(rows[n], world));
  return {{"count", rows.size()}, {"rows", std::move(shown)}};
}

json summary_json(const CheckReport& report) {
  json summary = json::object();
  for (const auto& [name, tally] : report.summary)
    summary[name] = {
        {"on_time", tally.on_time}, {"late", tally.late}, {"open", tally.open}, {"overdue", tally.overdue}};
  return summary;
}

json calendar_json(const CheckReport& report) {
  const auto from = report.provisional_from;
  return {{"revision", report.calendar_revision},
          {"covered_until", from ? format_date(*from - std::chrono::days(1)) : std::string()},
          {"provisional", report.provisional}};
}

json faults_json(const SweepResult& swept) {
  json faults = json::array();
  for (std::size_t n = 0; n < std::min(swept.faults.size(), most_rows); ++n)
    faults.push_back({{"case", swept.faults[n].case_number}, {"why", swept.faults[n].what}});
  return faults;
}

json alerts_json(Reading& reading, std::optional<Instant> since) {
  json by_level = json::object();
  std::int64_t all = 0;
  reading.each_alert_since(since.value_or(Instant{}), [&](const Alert& alert) {
    ++all;
    by_level[alert.level] = by_level.value(alert.level, 0) + 1;
    return true;
  });
  return {{"count", all}, {"by_level", std::move(by_level)}};
}

json history_json(Reading& reading) {
  return {{"position", reading.position()}, {"cases", reading.all_cases()}, {"digest", history_digest(reading)}};
}

}  // namespace

std::string history_digest(Reading& reading) {
  std::string digest = sha256_hex("maotiao heads 1");
  reading.each_head([&](std::string_view id, std::int64_t revision, std::string_view head) {
    digest.append(1, ' ').append(id).append(1, ' ').append(std::to_string(revision)).append(1, ' ').append(head);
    digest = sha256_hex(digest);
  });
  return digest;
}

std::string night_report(Desk& desk, const Night& night, std::optional<Instant> since, const SweepResult& swept) {
  const CheckReport report = check_now(desk);
  json said;
  desk.store().read([&](Reading& reading) {
    const auto world = desk.world(reading);
    const Zone& zone = night_times(reading, *world).zone();
    said = {{"day", format_date(night.day)},
            {"as_of", format_instant(night.as_of, zone)},
            {"missed_from", night.missed_from ? json(format_date(*night.missed_from)) : json()},
            {"open", report.open_cases},
            {"summary", summary_json(report)},
            {"overdue", list_json(report.overdue, *world)},
            {"due_soon", list_json(report.due_soon, *world)},
            {"limits_overdue", list_json(report.limits_overdue, *world)},
            {"limits_due_soon", list_json(report.limits_due_soon, *world)},
            {"alerts_raised", alerts_json(reading, since)},
            {"calendar", calendar_json(report)},
            {"faults", faults_json(swept)},
            {"history", history_json(reading)}};
  });
  return said.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace engine
