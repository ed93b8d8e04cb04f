#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/calendar_import.hpp"
#include "engine/time/national.hpp"
#include "engine/time/text.hpp"

#include <algorithm>
#include <map>

namespace engine {
namespace {

using std::chrono::year_month_day;

bool is_weekday(Date date) {
  const std::chrono::weekday weekday{date};
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }

/// The year whose notice a day belongs to: New Year's days off may begin in the last week of the year before.
int notice_year(const CalendarEntry& entry, const CalendarProposal& proposal) {
  const year_month_day day{entry.date};
  const bool year_end = day.month() == std::chrono::December && day.day() >= std::chrono::day{25};
  const bool next_only = proposal.years.count(year_of(entry.date)) == 0;
  return year_of(entry.date) + (year_end && (next_only || entry.name.starts_with("元旦")) ? 1 : 0);
}

/// How many statutory days the 放假办法 gives a year; 2015 had one more by a notice of its own.
int statutory_count(int year) {
  if (year == 2015) return 12;
  return year >= 2025 ? 13 : year >= 2008 ? 11 : 10;
}

class Checks {
 public:
  Checks(const CalendarProposal& proposal, const Calendar& loaded) : proposal_(proposal), loaded_(loaded) {
    for (const auto& entry : proposal.entries) by_year_[notice_year(entry, proposal)].push_back(&entry);
  }

  std::vector<Finding> run() {
    for (const auto& entry : proposal_.entries) check_day(entry);
    for (const int year : proposal_.years) check_year(year);
    if (!proposal_.official) {
      add(Weight::Ask, "unofficial",
          mark("The file names no notice; compare it with the State Council's list before it counts."), {});
    }
    return std::move(found_);
  }

 private:
  void add(Weight weight, const char* code, const char* id, std::vector<std::string> args) {
    found_.push_back({weight, code, id, std::move(args)});
  }

  void check_day(const CalendarEntry& entry) {
    const std::string date = format_date(entry.date);
    const auto [at, first] = seen_.try_emplace(entry.date, entry.working);
    if (!first && at->second != entry.working) {
      add(Weight::Refuse, "both", mark("{0} is named both as a day off and as a working day."), {date});
    }
    if (entry.working && is_weekday(entry.date)) {
      add(Weight::Refuse, "weekday_worked", mark("{0} is named as a make-up day but is no Saturday or Sunday."),
          {date});
    }
    if (proposal_.years.count(notice_year(entry, proposal_)) == 0) {
      add(Weight::Refuse, "outside_year", mark("{0} lies outside the years of the file."), {date});
    }
    const bool covered = loaded_.standing(entry.date) == Standing::Firm && loaded_.provisional_from().has_value();
    if (covered && loaded_.is_working_day(entry.date) != entry.working) {
      add(Weight::Ask, "amendment",
          mark("{0} changes a day of a published year; take it only with the notice that amends it."), {date});
    }
  }

  void check_year(int year) {
    const auto entries = by_year_.find(year);
    if (entries == by_year_.end()) {
      return add(Weight::Warn, "unpublished",
                 mark("The file holds no days for {0}: the year counts as unpublished, not as without holidays."),
                 {std::to_string(year)});
    }
    check_statutory(year);
    int balance = 0;
    for (const CalendarEntry* entry : entries->second) balance += entry->working ? -1 : is_weekday(entry->date) ? 1 : 0;
    if (balance != statutory_count(year)) {
      add(Weight::Warn, "identity",
          mark("In {0} the weekdays off minus the make-up days are {1}; by law they should be {2}."),
          {std::to_string(year), std::to_string(balance), std::to_string(statutory_count(year))});
    }
  }

  void check_statutory(int year) {
    using namespace std::chrono;
    for (const month_day day : {January / 1, May / 1, October / 1, October / 2, October / 3}) {
      const Date date{std::chrono::year{year} / day.month() / day.day()};
      const auto found = seen_.find(date);
      if (found == seen_.end() ? !is_weekday(date) : !found->second) continue;
      add(Weight::Warn, "statutory_missing", mark("{0} is a statutory day off but is not off in the file."),
          {format_date(date)});
    }
  }

  const CalendarProposal& proposal_;
  const Calendar& loaded_;
  std::map<int, std::vector<const CalendarEntry*>> by_year_;
  std::map<Date, bool> seen_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> check(const CalendarProposal& proposal, const Calendar& loaded) {
  return Checks(proposal, loaded).run();
}

CalendarLayer approve(const CalendarProposal& proposal, const std::string& name, int revision, bool confirmed) {
  const auto findings = check(proposal, Calendar::none());
  const bool refused =
      std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.weight == Weight::Refuse; });
  if (refused) {
    throw Error(Error::Kind::Refused, "bad_calendar",
                mark("The calendar file contradicts itself; mend what the check names, then import it again."));
  }
  CalendarLayer layer{
      .name = name, .revision = revision, .official = confirmed, .covered_years = {}, .entries = proposal.entries};
  for (const int year : proposal.years) {
    const bool any = std::any_of(layer.entries.begin(), layer.entries.end(),
                                 [&](const CalendarEntry& entry) { return notice_year(entry, proposal) == year; });
    if (any) layer.covered_years.insert(year);
  }
  return layer;
}

Calendar calendar_from_file(std::string_view bytes, const std::string& name) {
  const CalendarProposal proposal = read_calendar_file(bytes);
  return national_calendar().with(approve(proposal, name, 1, proposal.official));
}

}  // namespace engine
