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

namespace engine {

/// A transaction on paper: it reads through to the store and keeps what is written until `write_to`. What one row of a
/// file has written can be dropped as a whole, so that nothing half-written of it stays.
class Draft final : public Writing {
 public:
  /// `before` is a draft that is being written at this moment: this one goes on where it ends. Both must outlive the
  /// reading through this one; `write_to` needs neither.
  explicit Draft(Reading& ground, const Draft* before = nullptr);

  /// What was written since the last `keep` becomes part of the draft.
  void keep();
  /// Forgets what was written since the last `keep`.
  void drop();
  /// Writes all that was kept, in order. Throws Error (Conflict) if a number was taken by somebody else since.
  void write_to(Writing& writing) const;
  /// True if every number series stands where this draft began: nobody else has registered a case since.
  [[nodiscard]] bool follows(Reading& ground) const;
  [[nodiscard]] bool has_people() const { return !people_.empty(); }

  std::int64_t take_number(std::string_view series) override;
  void append(const HistoryEntry& entry) override { entries_.push_back(entry); }
  void put_case(const CaseRecord& record) override { records_.push_back(record); }
  void put_person(const Person& person) override { people_.push_back(person); }

  std::optional<CaseRecord> find_case(std::string_view name) override;
  std::vector<Person> people() override;
  std::int64_t roster_revision() override;

  // Calendars can be tried out; nothing else is written on paper, and what is read goes through.
  bool raise(const Alert&) override { return false; }
  void post(const OutboxItem&) override {}
  void note_attempt(const Attempt&) override {}
  void put_centre(const Centre&) override {}
  std::int64_t put_calendar(StoredCalendar layer) override;
  void put_setting(std::string_view, std::string_view) override {}
  void put_transitions(const std::vector<Transition>&) override {}
  void put_told(const Told&) override {}
  void put_lease(const Lease&) override {}
  bool put_night(const Night&) override { return false; }
  void each_case(const CaseFilter& filter, const std::function<bool(const CaseRecord&)>& visit) override {
    ground_.each_case(filter, visit);
  }
  std::vector<HistoryEntry> history(std::string_view case_id) override { return ground_.history(case_id); }
  bool each_entry(const std::function<bool(const HistoryEntry&)>& visit) override { return ground_.each_entry(visit); }
  void each_file(const IdRange& range, const std::function<void(const CaseFile&)>& visit) override {
    ground_.each_file(range, visit);
  }
  IdRange range_after(std::string_view after, std::int64_t entries) override {
    return ground_.range_after(after, entries);
  }
  void each_warned(Instant until, const std::function<bool(const DeadlineRow&)>& visit) override {
    ground_.each_warned(until, visit);
  }
  std::vector<DeadlineRow> unalerted(Instant until, std::int64_t limit) override {
    return ground_.unalerted(until, limit);
  }
  std::vector<DeadlineRow> expired(std::string_view deadline, Instant until, std::int64_t limit) override {
    return ground_.expired(deadline, until, limit);
  }
  std::vector<ClockCount> clock_counts() override { return ground_.clock_counts(); }
  std::int64_t open_cases() override { return ground_.open_cases(); }
  std::vector<StateCount> open_by_state() override { return ground_.open_by_state(); }
  std::int64_t all_cases() override { return ground_.all_cases(); }
  std::int64_t provisional_clocks() override { return ground_.provisional_clocks(); }
  std::vector<Alert> alerts(std::string_view case_id) override { return ground_.alerts(case_id); }
  std::vector<Attempt> attempts() override { return ground_.attempts(); }
  std::vector<Centre> centres() override { return ground_.centres(); }
  std::vector<StoredCalendar> stored_calendars() override;
  std::int64_t calendar_revision() override {
    return ground_.calendar_revision() + static_cast<std::int64_t>(calendars_.size());
  }
  std::optional<std::string> setting(std::string_view key) override { return ground_.setting(key); }
  std::vector<std::pair<std::string, std::int64_t>> series() override { return ground_.series(); }
  std::optional<Instant> next_alert(Instant after) override { return ground_.next_alert(after); }
  std::int64_t count_unalerted(Instant until) override { return ground_.count_unalerted(until); }
  std::optional<Instant> next_due(std::string_view deadline, Instant after) override {
    return ground_.next_due(deadline, after);
  }
  void each_alert_since(Instant from, const std::function<bool(const Alert&)>& visit) override {
    ground_.each_alert_since(from, visit);
  }
  std::int64_t position() override { return ground_.position(); }
  std::vector<std::string> moved_since(std::int64_t position) override { return ground_.moved_since(position); }
  void each_head(const std::function<void(std::string_view, std::int64_t, std::string_view)>& visit) override {
    ground_.each_head(visit);
  }
  std::optional<Told> told(std::string_view person, std::string_view key) override { return ground_.told(person, key); }
  std::optional<Lease> lease() override { return ground_.lease(); }
  std::optional<Night> night(Date day) override { return ground_.night(day); }
  std::vector<Night> nights(std::int64_t limit) override { return ground_.nights(limit); }

 private:
  struct Mark {
    std::size_t entries = 0, records = 0, numbers = 0;
  };

  [[nodiscard]] const CaseRecord* drafted(const std::string& ref) const;

  Reading& ground_;
  const Draft* before_;
  std::map<std::string, std::int64_t, std::less<>> first_numbers_, last_numbers_;  // where it began, where it is
  std::vector<std::pair<std::string, std::int64_t>> numbers_;                      // taken, in order
  std::vector<HistoryEntry> entries_;
  std::vector<CaseRecord> records_;
  std::vector<Person> people_;
  std::vector<StoredCalendar> calendars_;
  std::unordered_map<std::string, std::size_t> by_ref_;  // kept records
  Mark kept_;
};

}  // namespace engine
