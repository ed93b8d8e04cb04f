#include "engine/time/questions.hpp"

#include "engine/error.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/days.hpp"
#include "engine/time/due.hpp"
#include "engine/time/question_site.hpp"
#include "engine/time/text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace engine {
namespace {

using nlohmann::json;
using Answer = nlohmann::ordered_json;
using std::chrono::days;

[[noreturn]] void refuse(const std::string& sentence) { throw Error(Error::Kind::Usage, "bad_question", sentence); }

/// The number under `key`; nothing when it is absent.
std::optional<double> number(const json& question, const char* key) {
  const auto found = question.find(key);
  if (found == question.end() || found->is_null()) return {};
  if (!found->is_number()) refuse(fmt::format(mark("The question's \"{0}\" is not a number."), key));
  return found->get<double>();
}

int day_count(const json& question, const char* key) {
  const auto value = number(question, key);
  if (!value || *value != std::floor(*value) || std::abs(*value) > 100'000) {
    refuse(fmt::format(mark("The question's \"{0}\" is missing or not a number of days."), key));
  }
  return static_cast<int>(*value);
}

Milliseconds duration(const json& question) {
  const auto minutes = number(question, "duration_minutes");
  const auto seconds = number(question, "duration_seconds");
  if (!minutes && !seconds) refuse(mark("The question has neither duration_minutes nor duration_seconds."));
  const double ms = seconds ? *seconds * 1000 : *minutes * 60'000;
  if (!(ms >= 0 && ms <= 1e13)) refuse(mark("A duration must be between nothing and three hundred years."));
  return Milliseconds{std::llround(ms)};
}

/// One question with its site read.
struct Asked {
  explicit Asked(const json& question)
      : json_(question), site(question_site(question)), pauses(question_pauses(question, site.zone())) {}

  /// The civil date when `start` is one.
  [[nodiscard]] std::optional<Date> date(const char* key) const { return try_parse_date(question_text(json_, key)); }
  [[nodiscard]] Instant instant(const char* key) const {
    if (const auto day = date(key)) return site.zone().midnight(*day);
    return parse_instant(question_text(json_, key), site.zone());
  }
  [[nodiscard]] Date civil(const char* key) const {
    const auto day = date(key);
    return day ? *day : site.zone().date(instant(key));
  }
  [[nodiscard]] bool convention_says(std::string_view words) const {
    const auto found = json_.find("convention");
    return found != json_.end() && found->is_string() &&
           found->get_ref<const std::string&>().find(words) != std::string::npos;
  }

  const json& json_;
  Site site;
  Pauses pauses;
};

Date nth_working_day(const Asked& asked, Date start, int n) {
  if (n < 0) return working_day_before(asked.site, start, -n);
  return due(WorkingDays{n}, asked.site.zone().midnight(start), asked.site, asked.pauses).date;
}

Date after_calendar_days(const Asked& asked, Date start, int n) {
  if (n < 0) return working_day_on_or_after(asked.site, start + days{n});
  return due(CalendarDays{n}, asked.site.zone().midnight(start), asked.site, asked.pauses).date;
}

/// `date` at the time of day of `like`, then the next open moment.
std::string same_time_on(const Asked& asked, Date date, Instant like) {
  const LocalTime local = asked.site.zone().to_local(like);
  const Milliseconds time = local - LocalTime{std::chrono::floor<days>(local)};
  return format_utc(next_opening(asked.site, asked.site.zone().to_instant(LocalTime{date} + time), asked.pauses));
}

Answer add_business_time(const json& question) {
  const Asked asked(question);
  return {{"due", format_utc(add_open_time(asked.site, asked.instant("start"), duration(question), asked.pauses))}};
}

Answer elapsed_business_time(const json& question) {
  const Asked asked(question);
  const Milliseconds open = elapsed(asked.site, asked.instant("start"), asked.instant("end"), asked.pauses);
  if (open.count() % 1000 == 0) return {{"elapsed_seconds", open.count() / 1000}};
  return {{"elapsed_seconds", static_cast<double>(open.count()) / 1000}};
}

Answer add_working_days(const json& question) {
  const Asked asked(question);
  const int n = day_count(question, "working_days");
  if (const auto date = asked.date("start")) return {{"due", format_date(nth_working_day(asked, *date, n))}};
  Instant start = asked.instant("start");
  if (asked.convention_says("end of that day") || asked.convention_says("closing")) {
    return {{"due", format_utc(closing_of(asked.site, nth_working_day(asked, asked.site.zone().date(start), n)))}};
  }
  if (n == 0 || !asked.convention_says("time of day kept")) start = next_opening(asked.site, start, asked.pauses);
  if (n == 0) return {{"due", format_utc(start)}};
  return {{"due", same_time_on(asked, nth_working_day(asked, asked.site.zone().date(start), n), start)}};
}

Answer add_calendar_days(const json& question) {
  const Asked asked(question);
  const int n = day_count(question, "calendar_days");
  if (const auto date = asked.date("start")) return {{"due", format_date(after_calendar_days(asked, *date, n))}};
  const Instant start = asked.instant("start");
  const Date last = asked.site.zone().date(start) + days{n};
  const Date rolled = after_calendar_days(asked, asked.site.zone().date(start), n);
  if (rolled != last) return {{"due", format_utc(opening_of(asked.site, rolled))}};
  return {{"due", same_time_on(asked, last, start)}};
}

Answer working_day(const json& question) {
  const Asked asked(question);
  return {{"working_day", is_working_day(asked.site, asked.civil("start"))}};
}

Answer working_days(const json& question) {
  const Asked asked(question);
  return {{"working_days", count_working_days(asked.site, asked.civil("start"), asked.civil("end"))}};
}

Answer segments(const json& question) {
  const Asked asked(question);
  const Instant start = asked.instant("start");
  const auto end = question.find("end");
  const bool to_end = end != question.end() && !end->is_null();
  Answer list = Answer::array();
  for (const OpenSegment& segment : to_end ? open_segments(asked.site, start, asked.instant("end"), asked.pauses)
                                           : first_open_segments(asked.site, start, asked.pauses)) {
    list.push_back(Answer::array({format_utc(segment.from), format_utc(segment.to)}));
  }
  return {{"open_segments", list}};
}

Answer local_to_utc(const json& question) {
  return {{"due", format_utc(parse_instant(question_text(question, "start"), question_zone(question)))}};
}

struct Kind {
  std::string_view name;
  Answer (*answer)(const json&);
};
constexpr std::array<Kind, 8> kinds{{{"add_business_time", add_business_time},
                                     {"elapsed_business_time", elapsed_business_time},
                                     {"add_working_days", add_working_days},
                                     {"add_calendar_days_roll_forward", add_calendar_days},
                                     {"is_working_day", working_day},
                                     {"count_working_days_inclusive", working_days},
                                     {"open_segments", segments},
                                     {"local_to_utc", local_to_utc}}};

Answer answer(const json& question) {
  const std::string& name = question_text(question, "kind");
  for (const Kind& kind : kinds) {
    if (kind.name == name) return kind.answer(question);
  }
  refuse(mark("The question's \"kind\" is none that can be answered."));
}

Answer answer_or_error(const json& question) {
  try {
    return answer(question);
  } catch (const Error& error) {
    return {{"error", error.what()}};
  }
}

json parsed(std::string_view line) { return json::parse(line, nullptr, false); }

}  // namespace

std::string answer_question(std::string_view line) {
  const json question = parsed(line);
  Answer reply{{"id", nullptr}};
  if (!question.is_object()) {
    reply["error"] = mark("The line is not one JSON object.");
  } else {
    if (question.contains("id")) reply["id"] = Answer(question["id"]);
    reply.update(answer_or_error(question));
  }
  return reply.dump(-1, ' ', false, Answer::error_handler_t::replace);
}

}  // namespace engine
