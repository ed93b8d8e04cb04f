#pragma once

#include "engine/store.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cli {

/// A transaction on paper: it reads through to the store and keeps what is written until `write_to`. What one row of a
/// file has written can be dropped as a whole, so that nothing half-written of it stays.
class Draft final : public engine::Writing {
 public:
  /// `before` is a draft that is being written at this moment: this one goes on where it ends. Both must outlive the
  /// reading through this one; `write_to` needs neither.
  explicit Draft(engine::Reading& ground, const Draft* before = nullptr);

  /// What was written since the last `keep` becomes part of the draft.
  void keep();
  /// Forgets what was written since the last `keep`.
  void drop();
  /// Writes all that was kept, in order. Throws engine::Error (Conflict) if a number was taken by somebody else since.
  void write_to(engine::Writing& writing) const;
  /// True if every number series stands where this draft began: nobody else has registered a case since.
  [[nodiscard]] bool follows(engine::Reading& ground) const;
  [[nodiscard]] bool has_people() const { return !people_.empty(); }

  std::int64_t take_number(std::string_view series) override;
  void append(const engine::HistoryEntry& entry) override { entries_.push_back(entry); }
  void put_case(const engine::CaseRecord& record) override { records_.push_back(record); }
  void put_person(const engine::Person& person) override { people_.push_back(person); }

  std::optional<engine::CaseRecord> find_case(std::string_view name) override;
  std::vector<engine::Person> people() override;
  std::int64_t roster_revision() override;

  // Calendars can be tried out; nothing else is written on paper, and what is read goes through.
  bool raise(const engine::Alert&) override { return false; }
  void post(const engine::OutboxItem&) override {}
  void note_attempt(const engine::Attempt&) override {}
  void put_centre(const engine::Centre&) override {}
  std::int64_t put_calendar(engine::StoredCalendar layer) override;
  void put_setting(std::string_view, std::string_view) override {}
  void put_transitions(const std::vector<engine::Transition>&) override {}
  void put_lease(const engine::Lease&) override {}
  bool put_night(const engine::Night&) override { return false; }
  void each_case(const engine::CaseFilter& filter,
                 const std::function<bool(const engine::CaseRecord&)>& visit) override {
    ground_.each_case(filter, visit);
  }
  std::vector<engine::HistoryEntry> history(std::string_view case_id) override { return ground_.history(case_id); }
  bool each_entry(const std::function<bool(const engine::HistoryEntry&)>& visit) override {
    return ground_.each_entry(visit);
  }
  void each_file(const engine::IdRange& range, const std::function<void(const engine::CaseFile&)>& visit) override {
    ground_.each_file(range, visit);
  }
  engine::IdRange range_after(std::string_view after, std::int64_t entries) override {
    return ground_.range_after(after, entries);
  }
  void each_warned(engine::Instant until, const std::function<bool(const engine::DeadlineRow&)>& visit) override {
    ground_.each_warned(until, visit);
  }
  std::vector<engine::DeadlineRow> unalerted(engine::Instant until, std::int64_t limit) override {
    return ground_.unalerted(until, limit);
  }
  std::vector<engine::DeadlineRow> expired(std::string_view deadline, engine::Instant until,
                                           std::int64_t limit) override {
    return ground_.expired(deadline, until, limit);
  }
  std::vector<engine::ClockCount> clock_counts() override { return ground_.clock_counts(); }
  std::int64_t open_cases() override { return ground_.open_cases(); }
  std::int64_t all_cases() override { return ground_.all_cases(); }
  std::int64_t provisional_clocks() override { return ground_.provisional_clocks(); }
  std::vector<engine::Alert> alerts(std::string_view case_id) override { return ground_.alerts(case_id); }
  std::vector<engine::Attempt> attempts() override { return ground_.attempts(); }
  std::vector<engine::Centre> centres() override { return ground_.centres(); }
  std::vector<engine::StoredCalendar> stored_calendars() override;
  std::int64_t calendar_revision() override {
    return ground_.calendar_revision() + static_cast<std::int64_t>(calendars_.size());
  }
  std::optional<std::string> setting(std::string_view key) override { return ground_.setting(key); }
  std::vector<std::pair<std::string, std::int64_t>> series() override { return ground_.series(); }
  std::optional<engine::Instant> next_alert(engine::Instant after) override { return ground_.next_alert(after); }
  std::int64_t count_unalerted(engine::Instant until) override { return ground_.count_unalerted(until); }
  std::optional<engine::Instant> next_due(std::string_view deadline, engine::Instant after) override {
    return ground_.next_due(deadline, after);
  }
  void each_alert_since(engine::Instant from, const std::function<bool(const engine::Alert&)>& visit) override {
    ground_.each_alert_since(from, visit);
  }
  std::int64_t position() override { return ground_.position(); }
  std::vector<std::string> moved_since(std::int64_t position) override { return ground_.moved_since(position); }
  void each_head(const std::function<void(std::string_view, std::int64_t, std::string_view)>& visit) override {
    ground_.each_head(visit);
  }
  std::optional<engine::Lease> lease() override { return ground_.lease(); }
  std::optional<engine::Night> night(engine::Date day) override { return ground_.night(day); }
  std::vector<engine::Night> nights(std::int64_t limit) override { return ground_.nights(limit); }

 private:
  struct Mark {
    std::size_t entries = 0, records = 0, numbers = 0;
  };

  [[nodiscard]] const engine::CaseRecord* drafted(const std::string& ref) const;

  engine::Reading& ground_;
  const Draft* before_;
  std::map<std::string, std::int64_t, std::less<>> first_numbers_, last_numbers_;  // where it began, where it is
  std::vector<std::pair<std::string, std::int64_t>> numbers_;                      // taken, in order
  std::vector<engine::HistoryEntry> entries_;
  std::vector<engine::CaseRecord> records_;
  std::vector<engine::Person> people_;
  std::vector<engine::StoredCalendar> calendars_;
  std::unordered_map<std::string, std::size_t> by_ref_;  // kept records
  Mark kept_;
};

}  // namespace cli
