#include "engine/clock_text.hpp"

#include "engine/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace engine {
namespace {

constexpr std::array<std::string_view, 6> op_words{"start", "meet", "stop", "pause", "resume", "recount"};

[[noreturn]] void unreadable(std::string_view text) {
  throw Error(Error::Kind::Fault, "clock_text",
              "the history holds a clock that cannot be read: '" + std::string(text.substr(0, 120)) + "'");
}

/// A number in its one spelling: no leading zero, no "-0".
template <class Number = std::int64_t>
Number number_from(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) unreadable(text);
  if (text.size() > 1 && text[text[0] == '-' ? 1 : 0] == '0') unreadable(text);
  return number;
}

Instant instant_from(std::string_view text) { return Instant(Milliseconds(number_from(text))); }

/// Cuts the words of a text one after the other.
class Words {
 public:
  Words(std::string_view text, char separator) : rest_(text), separator_(separator), done_(text.empty()) {}

  [[nodiscard]] bool more() const { return !done_; }

  /// Empty after the last one.
  std::string_view next() {
    if (done_) return {};
    const auto end = rest_.find(separator_);
    const auto word = rest_.substr(0, end);
    if (end == std::string_view::npos) {
      done_ = true;
    } else {
      rest_.remove_prefix(end + 1);
    }
    return word;
  }

 private:
  std::string_view rest_;
  char separator_;
  bool done_;
};

void add(std::string& text, std::int64_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text.append(1, ' ').append(digits.data(), end);
}

void add(std::string& text, Instant at) { add(text, at.time_since_epoch().count()); }

bool counts(ClockEntry::Op op) {
  return op == ClockEntry::Op::Start || op == ClockEntry::Op::Resume || op == ClockEntry::Op::Recount;
}

void add_points(std::string& text, const std::vector<AlertPoint>& points) {
  char separator = ' ';
  for (const AlertPoint& point : points) {
    text += separator;
    text += point.level;
    text += '=';
    text += std::to_string(point.at.time_since_epoch().count());
    separator = ',';
  }
  if (points.empty()) text += " -";
}

void add_clause(std::string& text, const ClockEntry& entry) {
  text.append(op_words[static_cast<std::size_t>(entry.op)]).append(1, ' ').append(entry.deadline);
  add(text, entry.cycle);
  add(text, entry.at);
  if (!counts(entry.op)) return;
  add(text, entry.due);
  text += entry.provisional ? " provisional" : " firm";
  text.append(1, ' ').append(entry.calendar_revision);
  if (entry.op == ClockEntry::Op::Start) {
    text += entry.standard ? " standard " : " limit ";
    text.append(entry.rule_version).append(1, ' ').append(entry.rule);
  }
  add_points(text, entry.points);
}

ClockEntry::Op op_from(std::string_view word) {
  const auto found = std::find(op_words.begin(), op_words.end(), word);
  if (found == op_words.end()) unreadable(word);
  return static_cast<ClockEntry::Op>(found - op_words.begin());
}

std::vector<AlertPoint> points_from(std::string_view text) {
  std::vector<AlertPoint> points;
  if (text == "-") return points;
  if (text.empty()) unreadable(text);
  for (Words words(text, ','); words.more();) {
    const auto word = words.next();
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) unreadable(text);
    points.push_back({std::string(word.substr(0, equals)), instant_from(word.substr(equals + 1))});
  }
  return points;
}

bool one_of(std::string_view word, std::string_view yes, std::string_view no) {
  if (word != yes && word != no) unreadable(word);
  return word == yes;
}

ClockEntry read_clause(Words& words) {
  ClockEntry entry;
  entry.op = op_from(words.next());
  entry.deadline = words.next();
  entry.cycle = number_from<int>(words.next());
  entry.at = instant_from(words.next());
  if (!counts(entry.op)) return entry;
  entry.due = instant_from(words.next());
  entry.provisional = one_of(words.next(), "provisional", "firm");
  entry.calendar_revision = words.next();
  if (entry.op == ClockEntry::Op::Start) {
    entry.standard = one_of(words.next(), "standard", "limit");
    entry.rule_version = words.next();
    entry.rule = words.next();
  }
  entry.points = points_from(words.next());
  return entry;
}

ClockEntry clause_from(std::string_view text) {
  Words words(text, ' ');
  auto entry = read_clause(words);
  if (words.more()) unreadable(text);
  return entry;
}

Deadline* find(std::vector<Deadline>& deadlines, const ClockEntry& entry) {
  for (Deadline& deadline : deadlines)
    if (deadline.cycle == entry.cycle && deadline.name == entry.deadline) return &deadline;
  return nullptr;
}

Deadline& running(std::vector<Deadline>& deadlines, const ClockEntry& entry) {
  Deadline* deadline = find(deadlines, entry);
  if (deadline == nullptr || !deadline->running())
    throw Error(Error::Kind::Fault, "clock_not_running",
                "the clock '" + entry.deadline + "' is changed in the history but does not run");
  return *deadline;
}

void count_anew(Deadline& deadline, const ClockEntry& entry) {
  deadline.due = entry.due;
  deadline.provisional = entry.provisional;
  deadline.calendar_revision = entry.calendar_revision;
  deadline.points = entry.points;
}

void start(std::vector<Deadline>& deadlines, const ClockEntry& entry) {
  Deadline* deadline = find(deadlines, entry);
  if (deadline == nullptr) deadline = &deadlines.emplace_back();
  deadline->name = entry.deadline;
  deadline->cycle = entry.cycle;
  deadline->standard = entry.standard;
  deadline->start = entry.at;
  deadline->rule_version = entry.rule_version;
  deadline->rule = entry.rule;
  deadline->stopped.reset();
  count_anew(*deadline, entry);
}

void close_pause(Deadline& deadline, Instant at) {
  if (!deadline.pauses.empty() && !deadline.pauses.back().to) deadline.pauses.back().to = at;
}

/// Every path out of a pause books it (field-lessons row 25): meeting or stopping a paused clock ends the pause too.
void end(Deadline& deadline, const ClockEntry& entry) {
  close_pause(deadline, entry.at);
  (entry.op == ClockEntry::Op::Meet ? deadline.met : deadline.stopped) = entry.at;
}

}  // namespace

std::string to_text(const Rule& rule) {
  struct Text {
    std::string operator()(const ClockTime& r) const {
      return "clock:" + std::to_string(r.minutes.count()) + (r.at_once ? "!" : "");
    }
    std::string operator()(const OpenTime& r) const { return "open:" + std::to_string(r.seconds.count()); }
    std::string operator()(const WorkingDays& r) const { return "workdays:" + std::to_string(r.days); }
    std::string operator()(const CalendarDays& r) const { return "days:" + std::to_string(r.days); }
    std::string operator()(const FixedInstant& r) const {
      return "at:" + std::to_string(r.at.time_since_epoch().count());
    }
  };
  return std::visit(Text{}, rule);
}

Rule rule_from(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) unreadable(text);
  const auto word = text.substr(0, colon);
  auto rest = text.substr(colon + 1);
  const bool at_once = word == "clock" && rest.ends_with('!');
  if (at_once) rest.remove_suffix(1);
  const auto number = number_from(rest);
  if (word == "clock") return ClockTime{std::chrono::minutes(number), at_once};
  if (word == "open") return OpenTime{Seconds(number)};
  if (word == "workdays") return WorkingDays{number_from<int>(rest)};
  if (word == "days") return CalendarDays{number_from<int>(rest)};
  if (word == "at") return FixedInstant{Instant(Milliseconds(number))};
  unreadable(text);
}

std::string to_text(const std::vector<ClockEntry>& entries) {
  std::string text;
  for (const ClockEntry& entry : entries) {
    if (!text.empty()) text += ';';
    add_clause(text, entry);
  }
  return text;
}

std::vector<ClockEntry> clocks_from(std::string_view text) {
  std::vector<ClockEntry> entries;
  for (Words clauses(text, ';'); clauses.more();) entries.push_back(clause_from(clauses.next()));
  return entries;
}

void fold(std::vector<Deadline>& deadlines, const ClockEntry& entry) {
  using Op = ClockEntry::Op;
  if (entry.op == Op::Start) return start(deadlines, entry);
  Deadline& deadline = running(deadlines, entry);
  switch (entry.op) {
    case Op::Meet:
    case Op::Stop: return end(deadline, entry);
    case Op::Pause: deadline.pauses.push_back({entry.at, {}}); return;
    case Op::Resume: close_pause(deadline, entry.at); return count_anew(deadline, entry);
    default: return count_anew(deadline, entry);
  }
}

}  // namespace engine
