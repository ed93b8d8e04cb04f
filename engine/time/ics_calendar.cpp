#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/calendar_import.hpp"
#include "engine/time/ics_lines.hpp"
#include "engine/time/range.hpp"
#include "engine/time/scanner.hpp"
#include "engine/time/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace engine {
namespace {

using std::chrono::days;

constexpr std::size_t most_bytes = std::size_t{8} << 20U;
constexpr std::size_t most_days = 20'000;
constexpr int most_events = 50'000;
constexpr days longest_event{60};

struct IcsTime {
  LocalTime local{};
  bool dated = false;  ///< a date without a time of day
};

struct IcsEvent {
  std::optional<IcsTime> start;
  std::optional<IcsTime> end;
  std::optional<Milliseconds> duration;
  std::string summary;
  std::string special;  ///< X-APPLE-SPECIAL-DAY
  bool recurring = false;
  bool cancelled = false;
};

enum class Mark { Off, Work, None };

bool holds(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

/// "20261001", "20240204T090000" as written, "...Z" in the zone.
std::optional<IcsTime> scan_time(std::string_view text, const Zone& zone) {
  Scanner scan(text);
  const auto year = scan.digits(4);
  const auto month = scan.digits(2);
  const auto day = scan.digits(2);
  if (!year || !month || !day) return {};
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || Date{date} < first_date || Date{date} > last_date) return {};
  if (scan.done()) return IcsTime{LocalTime{Date{date}}, true};
  if (!scan.take('T')) return {};
  const auto hour = scan.digits(2);
  const auto minute = scan.digits(2);
  const auto second = scan.digits(2);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return {};
  const LocalTime local =
      LocalTime{Date{date}} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} + Seconds{*second};
  if (scan.done()) return IcsTime{local, false};
  if (!scan.take('Z') || !scan.done()) return {};
  return IcsTime{zone.to_local(Instant{local.time_since_epoch()}), false};
}

/// "P7D", "P1W", "PT9H30M"; nothing for what is not such a length.
std::optional<Milliseconds> scan_duration(std::string_view text) {
  static constexpr std::array<std::pair<char, int>, 5> units{
      {{'W', 604'800}, {'D', 86'400}, {'H', 3600}, {'M', 60}, {'S', 1}}};
  if (text.substr(0, 1) != "P") return {};
  std::int64_t total = 0;
  std::int64_t number = 0;
  for (const char c : text.substr(1)) {
    if (c == 'T') continue;
    if (c >= '0' && c <= '9') {
      number = std::min<std::int64_t>(number * 10 + (c - '0'), 1'000'000);
      continue;
    }
    const auto unit = std::find_if(units.begin(), units.end(), [=](const auto& u) { return u.first == c; });
    if (unit == units.end()) return {};
    total += number * unit->second;
    number = 0;
  }
  return Seconds{total};
}

void take(IcsEvent& event, const IcsLine& line, const Zone& zone) {
  if (line.name == "DTSTART") event.start = scan_time(line.value, zone);
  if (line.name == "DTEND") event.end = scan_time(line.value, zone);
  if (line.name == "DURATION") event.duration = scan_duration(line.value);
  if (line.name == "SUMMARY") event.summary = clean_text(line.value, 200);
  if (line.name == "X-APPLE-SPECIAL-DAY") event.special = line.value;
  if (line.name == "RRULE" || line.name == "RDATE") event.recurring = true;
  if (line.name == "STATUS" && line.value == "CANCELLED") event.cancelled = true;
}

/// The working mark is looked for first: 「补班 (春节假期)」 is a working day.
Mark mark_of(const IcsEvent& event) {
  static constexpr std::array<std::string_view, 10> off{"（休）", "(休)", "【休】", "[休]", "假期",
                                                        "放假",   "休假", "调休",   "休息", "休假日"};
  if (event.special == "ALTERNATE-WORKDAY") return Mark::Work;
  if (event.special == "WORK-HOLIDAY") return Mark::Off;
  if (holds(event.summary, "班")) return Mark::Work;
  const bool rest =
      std::any_of(off.begin(), off.end(), [&](std::string_view word) { return holds(event.summary, word); });
  return rest ? Mark::Off : Mark::None;
}

void erase_all(std::string& text, std::string_view word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
}

/// The holiday alone: 「上班(补春节假期)」, 「春节 假期 第1天/共8天」 and 「春节（休）」 are 春节.
std::string holiday_in(std::string summary) {
  if (const auto day = summary.find(" 第"); day != std::string::npos) summary.erase(day);
  for (const char* word :
       {"（休）", "（班）", "(休)", "(班)", "上班(补", "补班", "假期", "放假", "调休", "上班", ")", "(", " "}) {
    erase_all(summary, word);
  }
  return summary;
}

/// The last day touched; DTEND is exclusive, absent it is one day.
Date last_day(const IcsEvent& event) {
  const LocalTime start = event.start->local;
  LocalTime end = event.start->dated ? start + days{1} : start + Milliseconds{1};
  if (event.duration) end = start + *event.duration;
  if (event.end) end = event.end->local;
  return std::chrono::floor<days>(std::max(start, end - Milliseconds{1}));
}

class IcsReader {
 public:
  explicit IcsReader(std::string_view zone) : zone_(Zone::named(zone)) { found_.format = "ics"; }

  CalendarProposal read(std::string_view bytes) {
    IcsLines lines(bytes);
    while (const auto line = lines.next()) read(*line);
    if (!calendar_) refuse(mark("The file is no calendar: it has no BEGIN:VCALENDAR."));
    for (auto& [date, entry] : days_) found_.entries.push_back(std::move(entry));
    return std::move(found_);
  }

 private:
  [[noreturn]] static void refuse(const char* why) { throw Error(Error::Kind::Usage, "bad_calendar", why); }

  void read(const IcsLine& line) {
    if (line.name == "BEGIN" && line.value == "VCALENDAR") calendar_ = true;
    if (line.name == "BEGIN" && line.value == "VEVENT") {
      if (++events_ > most_events) refuse(mark("The calendar file holds more than 50,000 events."));
      event_.emplace();
      inside_ = 0;
    } else if (line.name == "BEGIN") {
      ++inside_;  // an alarm has a summary and times of its own
    } else if (line.name == "END" && line.value == "VEVENT" && event_) {
      close(*event_);
      event_.reset();
    } else if (line.name == "END") {
      inside_ = std::max(0, inside_ - 1);
    } else if (event_ && inside_ == 0) {
      take(*event_, line, zone_);
    }
  }

  void ignore(const IcsEvent& event, const char* why) {
    const Date date = event.start ? std::chrono::floor<days>(event.start->local) : Date{};
    found_.ignored.push_back({date, event.summary, why});
  }

  void close(const IcsEvent& event) {
    const Mark marked = mark_of(event);
    if (!event.start) return ignore(event, mark("it has no start that can be read"));
    if (event.cancelled) return ignore(event, mark("it is cancelled"));
    if (event.recurring) return ignore(event, mark("it recurs by a rule"));
    if (marked == Mark::None) return ignore(event, mark("it is marked neither as a day off nor as a working day"));
    const Date first = std::chrono::floor<days>(event.start->local);
    const Date last = last_day(event);
    if (last - first > longest_event) return ignore(event, mark("it is longer than sixty days"));
    for (Date date = first; date <= last; date += days{1}) add(date, marked == Mark::Work, holiday_in(event.summary));
  }

  void add(Date date, bool working, const std::string& name) {
    if (days_.size() + found_.entries.size() > most_days)
      refuse(mark("The calendar file names more than 20,000 days."));
    found_.years.insert(static_cast<int>(std::chrono::year_month_day{date}.year()));
    const auto [at, added] = days_.try_emplace(
        date, CalendarEntry{date, working, working ? DayReason::MakeUp : DayReason::Holiday, name, {}});
    // Kept twice, so that the check sees the day is called both.
    if (!added && at->second.working != working)
      found_.entries.push_back({date, working, DayReason::Holiday, name, {}});
  }

  Zone zone_;
  CalendarProposal found_;
  std::map<Date, CalendarEntry> days_;
  std::optional<IcsEvent> event_;
  bool calendar_ = false;
  int events_ = 0;
  int inside_ = 0;
};

}  // namespace

CalendarProposal read_ics(std::string_view bytes, std::string_view zone_name) {
  if (bytes.size() > most_bytes)
    throw Error(Error::Kind::Usage, "bad_calendar", mark("The calendar file is larger than 8 MiB."));
  CalendarProposal proposal = IcsReader(zone_name).read(bytes);
  std::stable_sort(proposal.entries.begin(), proposal.entries.end(),
                   [](const CalendarEntry& a, const CalendarEntry& b) { return a.date < b.date; });
  return proposal;
}

}  // namespace engine
