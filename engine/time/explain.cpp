#include "engine/time/explain.hpp"

#include "engine/time/days.hpp"

#include <algorithm>
#include <array>

namespace engine {
namespace {

constexpr std::chrono::days one_day{1};

/// Walks civil days one by one and writes down what it does with each.
class Walk {
 public:
  Walk(const Site& site, const Pauses& pauses, Instant start)
      : site_(site), pauses_(pauses), start_(start), date_(site.zone().date(start)) {}

  std::vector<ExplanationLine> take() { return std::move(lines_); }

  void count(const WorkingDays& rule) {
    day(Verdict::Start, 0);
    if (rule.days == 0) return land(0, Verdict::Skipped);
    for (int counted = 0; counted < rule.days;) {
      date_ += one_day;
      const DayStatus status = site_.day(date_);
      if (!status.working) {
        day(Verdict::Skipped, 0);
      } else if (paused()) {
        day(Verdict::Paused, 0);
      } else {
        ++counted;
        day(counted == rule.days ? Verdict::Due : Verdict::Counted, counted);
      }
    }
  }

  void count(const CalendarDays& rule) {
    day(Verdict::Start, 0);
    if (rule.days == 0) return land(0, Verdict::Rolled);
    for (int counted = 0; counted < rule.days;) {
      date_ += one_day;
      if (paused()) {
        day(Verdict::Paused, 0);
      } else if (++counted < rule.days) {
        day(Verdict::Counted, counted);
      }
    }
    land(rule.days, Verdict::Rolled);
  }

  void count(const OpenTime& rule) {
    stretch(Verdict::Start, start_, start_);
    Milliseconds left = rule.seconds;
    for (bool done = false; !done; date_ += one_day) {
      const auto open = open_after_start();
      if (open.empty()) day(Verdict::Skipped, 0);
      for (const OpenSegment& segment : open) {
        if (done = run(segment.from, segment.to, left); done) break;
      }
    }
  }

  void count(const ClockTime& rule) {
    stretch(Verdict::Start, start_, start_);
    Instant from = start_;
    if (!rule.at_once) {
      while (open_after_start().empty()) {
        day(Verdict::Skipped, 0);
        date_ += one_day;
      }
      from = open_after_start().front().from;
    }
    Milliseconds left = rule.minutes;
    run(from, Instant::max(), left);
  }

  void count(const FixedInstant&) { stretch(Verdict::Due, start_, start_); }

 private:
  [[nodiscard]] bool paused() const { return pauses_.still_before(end_of_day(site_, date_)); }

  ExplanationLine& day(Verdict verdict, int number) {
    return lines_.emplace_back(ExplanationLine{date_, verdict, site_.day(date_), number, {}, {}, counted_});
  }

  void stretch(Verdict verdict, Instant from, Instant to) {
    ExplanationLine& line = day(verdict, 0);
    line.date = site_.zone().date(from);
    line.day = site_.day(line.date);
    line.from = from;
    line.to = to;
  }

  /// From here to the first day that may be the last one.
  void land(int number, Verdict passed) {
    for (;; date_ += one_day) {
      if (site_.day(date_).working && !paused()) break;
      day(site_.day(date_).working ? Verdict::Paused : passed, number);
    }
    day(Verdict::Due, number);
  }

  [[nodiscard]] std::vector<OpenSegment> open_after_start() const {
    std::vector<OpenSegment> open;
    for (const OpenSegment& segment : segments_of(site_, date_)) {
      if (segment.to > start_) open.push_back({std::max(start_, segment.from), segment.to});
    }
    return open;
  }

  /// Counts in [from, to) around the pauses; true when nothing is left.
  bool run(Instant from, Instant to, Milliseconds& left) {
    for (const PausedSpan& pause : pauses_) {
      if (pause.to <= from || pause.from >= to) continue;
      if (from < pause.from && spend(from, pause.from, left)) return true;
      stretch(Verdict::Paused, std::max(from, pause.from), std::min(to, pause.to));
      from = pause.to;
    }
    return from < to && spend(from, to, left);
  }

  bool spend(Instant from, Instant to, Milliseconds& left) {
    const bool last = to - from >= left;
    const Milliseconds spent = last ? left : to - from;
    left -= spent;
    counted_ += spent;
    stretch(last ? Verdict::Due : Verdict::Counted, from, from + spent);
    return last;
  }

  const Site& site_;
  const Pauses& pauses_;
  Instant start_;
  Date date_;
  Milliseconds counted_{0};
  std::vector<ExplanationLine> lines_;
};

}  // namespace

std::string_view to_string(Verdict verdict) {
  static constexpr std::array<std::string_view, 6> words{"start", "counted", "skipped", "paused", "rolled", "due"};
  return words.at(static_cast<std::size_t>(verdict));
}

Explanation explain(const Rule& rule, Instant start, const Site& site, const Pauses& pauses) {
  Explanation explanation{due(rule, start, site, pauses),
                          {}};  // first, so that what cannot be counted is refused in one place
  Walk walk(site, pauses, start);
  std::visit([&](const auto& kind) { walk.count(kind); }, rule);
  explanation.lines = walk.take();
  return explanation;
}

}  // namespace engine
