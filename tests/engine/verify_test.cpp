#include "engine/verify.hpp"

#include "tests/engine/office.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace engine;
using toy::Office;

namespace {

/// What is stored, in memory and open to any change: a database in the hands of somebody who means harm.
class Tampered : public Reading {
 public:
  explicit Tampered(Office& office) {
    office.store.read([&](Reading& reading) {
      reading.each_entry([&](const HistoryEntry& entry) { return entries.push_back(entry), true; });
      CaseFilter all;
      all.open_only = false;
      reading.each_case(all, [&](const CaseRecord& record) { return records.push_back(record), true; });
      numbers = reading.series();
      towns = reading.centres();
    });
  }

  std::optional<CaseRecord> find_case(std::string_view name) override {
    for (const CaseRecord& record : records)
      if (record.id == name) return record;
    return {};
  }
  void each_case(const CaseFilter& /*filter*/, const std::function<bool(const CaseRecord&)>& visit) override {
    for (const CaseRecord& record : records)
      if (!visit(record)) return;
  }
  std::vector<HistoryEntry> history(std::string_view id) override {
    std::vector<HistoryEntry> found;
    for (const HistoryEntry& entry : entries)
      if (entry.case_id == id) found.push_back(entry);
    return found;
  }
  bool each_entry(const std::function<bool(const HistoryEntry&)>& visit) override {
    for (const HistoryEntry& entry : entries)
      if (!visit(entry)) return false;
    return true;
  }
  void each_file(const IdRange& /*range*/, const std::function<void(const CaseFile&)>& visit) override {
    std::set<std::string> ids;
    for (const HistoryEntry& entry : entries) ids.insert(entry.case_id);
    for (const CaseRecord& record : records) ids.insert(record.id);
    for (const std::string& id : ids) {
      const auto own = history(id);
      const auto record = find_case(id);
      visit({own, record ? &*record : nullptr});
    }
  }
  IdRange range_after(std::string_view after, std::int64_t) override { return {std::string(after), {}}; }
  void each_warned(Instant, const std::function<bool(const DeadlineRow&)>&) override {}
  std::vector<DeadlineRow> unalerted(Instant, std::int64_t) override { return {}; }
  std::vector<DeadlineRow> expired(std::string_view, Instant, std::int64_t) override { return {}; }
  std::vector<ClockCount> clock_counts() override { return {}; }
  std::int64_t open_cases() override { return 0; }
  std::vector<StateCount> open_by_state() override { return {}; }
  std::int64_t all_cases() override { return static_cast<std::int64_t>(records.size()); }
  std::int64_t provisional_clocks() override { return 0; }
  std::optional<Instant> next_alert(Instant) override { return {}; }
  std::int64_t count_unalerted(Instant) override { return 0; }
  std::optional<Instant> next_due(std::string_view, Instant) override { return {}; }
  void each_alert_since(Instant, const std::function<bool(const Alert&)>&) override {}
  std::int64_t position() override { return 0; }
  std::vector<std::string> moved_since(std::int64_t) override { return {}; }
  void each_head(const std::function<void(std::string_view, std::int64_t, std::string_view)>&) override {}
  std::optional<Told> told(std::string_view, std::string_view) override { return {}; }
  std::optional<Lease> lease() override { return {}; }
  std::optional<Night> night(Date) override { return {}; }
  std::vector<Night> nights(std::int64_t) override { return {}; }
  std::vector<Alert> alerts(std::string_view) override { return {}; }
  std::vector<Attempt> attempts() override { return {}; }
  std::vector<engine::Centre> centres() override { return towns; }
  std::vector<Person> people() override { return {}; }
  std::vector<StoredCalendar> stored_calendars() override { return {}; }
  std::int64_t roster_revision() override { return 0; }
  std::int64_t calendar_revision() override { return 0; }
  std::optional<std::string> setting(std::string_view) override { return {}; }
  std::vector<std::pair<std::string, std::int64_t>> series() override { return numbers; }

  std::vector<HistoryEntry> entries;
  std::vector<CaseRecord> records;
  std::vector<std::pair<std::string, std::int64_t>> numbers;
  std::vector<engine::Centre> towns;
};

/// Three letters, nine entries.
void fill(Office& office) {
  for (int i = 0; i < 3; ++i) {
    const auto id = office.done("", "arrive", "2020-05-20 09:00").record.id;
    office.done(id, "answer", "2020-05-21 09:00");
    office.done(id, "file", "2020-05-21 10:00");
  }
}

VerifyReport report_of(Tampered& store, Office& office) {
  return verify(std::array<Reading*, 1>{&store}, office.process);
}

}  // namespace

TEST_CASE("an untouched history verifies, and its head names all of it (field-lessons row 52)", "[verify]") {
  Office office;
  fill(office);
  Tampered store(office);
  const VerifyReport report = report_of(store, office);
  CHECK(report.cases == 3);
  CHECK(report.entries == 9);
  CHECK_FALSE(report.first_bad);
  CHECK(report.head.size() == 64);
  store.entries.pop_back();
  CHECK(report_of(store, office).head != report.head);
}

TEST_CASE("verify names the first bad entry, whatever was done to the history (field-lessons row 52)", "[verify]") {
  using Fault = BadEntry::Fault;
  struct Crime {
    const char* what;
    std::function<void(Tampered&)> commit;
    Fault found;
    std::int64_t seq;
  };
  const Crime crimes[] = {
      {"a field changed", [](Tampered& s) { s.entries[4].fields = "{\"x\":1}"; }, Fault::ChangedEntry, 2},
      {"a time changed", [](Tampered& s) { s.entries[4].occurred_at -= Milliseconds(1); }, Fault::ChangedEntry, 2},
      {"a row changed and hashed again",
       [](Tampered& s) {
         s.entries[4].actor = "wang";
         s.entries[4].hash = chain_hash(s.entries[4]);
       },
       Fault::BrokenChain, 3},
      {"a row removed", [](Tampered& s) { s.entries.erase(s.entries.begin() + 4); }, Fault::Gap, 3},
      {"the first row removed", [](Tampered& s) { s.entries.erase(s.entries.begin() + 3); }, Fault::Gap, 2},
      {"two rows exchanged", [](Tampered& s) { std::swap(s.entries[4], s.entries[5]); }, Fault::Gap, 3},
      {"two rows exchanged and numbered anew",
       [](Tampered& s) {
         std::swap(s.entries[4], s.entries[5]);
         std::swap(s.entries[4].seq, s.entries[5].seq);
       },
       Fault::ChangedEntry, 2},
      {"the tail cut", [](Tampered& s) { s.entries.erase(s.entries.begin() + 5); }, Fault::CutTail, 3},
      {"a state changed in the record", [](Tampered& s) { s.records[1].state = "arrived"; }, Fault::RecordDiffers, 3},
      {"a deadline changed in the record", [](Tampered& s) { s.records[1].deadlines[0].due += Milliseconds(1); },
       Fault::RecordDiffers, 3},
      {"a record removed", [](Tampered& s) { s.records.erase(s.records.begin() + 1); }, Fault::MissingCase, 3},
      {"a history removed", [](Tampered& s) { s.entries.erase(s.entries.begin() + 3, s.entries.begin() + 6); },
       Fault::MissingCase, 0},
      {"a case removed as a whole",
       [](Tampered& s) {
         s.entries.erase(s.entries.begin() + 3, s.entries.begin() + 6);
         s.records.erase(s.records.begin() + 1);
       },
       Fault::MissingNumber, 0}};
  for (const Crime& crime : crimes) {
    Office office;
    fill(office);
    Tampered store(office);
    crime.commit(store);
    const VerifyReport report = report_of(store, office);
    INFO(crime.what);
    REQUIRE(report.first_bad);
    CHECK(static_cast<int>(report.first_bad->fault) == static_cast<int>(crime.found));
    CHECK(report.first_bad->seq == crime.seq);
  }
}

TEST_CASE("a step outside the relation is found even if its hashes are right", "[verify]") {
  Office office;
  fill(office);
  Tampered store(office);
  HistoryEntry& last = store.entries[5];
  last.event = "arrive";
  last.hash = chain_hash(last);
  store.records[1].head = last.hash;
  const VerifyReport report = report_of(store, office);
  REQUIRE(report.first_bad);
  CHECK(static_cast<int>(report.first_bad->fault) == static_cast<int>(BadEntry::Fault::ForbiddenStep));
}
