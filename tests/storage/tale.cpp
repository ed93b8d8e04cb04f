#include "tests/storage/tale.hpp"

#include <cstdio>

namespace tests {

using engine::Instant;

const std::vector<engine::Transition>& relation() {
  static const std::vector<engine::Transition> rows{
      {"open", "", "busy"},     {"work", "busy", "busy"}, {"wait", "busy", "idle"},
      {"work", "idle", "busy"}, {"end", "busy", "over"},
  };
  return rows;
}

Instant at(std::int64_t minutes) {
  using namespace std::chrono;
  return Instant{sys_days{2031y / January / 1}} + std::chrono::minutes{minutes};
}

engine::Deadline clock(const std::string& name, std::int64_t start, std::int64_t warn, std::int64_t due) {
  engine::Deadline d;
  d.name = name;
  d.start = at(start);
  d.due = at(due);
  d.rule = "clock:1";
  d.rule_version = "made-up-1";
  d.calendar_revision = "cn/1";
  d.points = {{"amber", at(warn)}, {"red", at(due)}};
  return d;
}

std::string id_of(int n) {
  char text[37];
  std::snprintf(text, sizeof text, "01e00000-0000-7000-8000-%012d", n);
  return text;
}

Tale::Tale(int n) {
  record.id = id_of(n);
  record.number = "number " + std::to_string(n);
  record.ref = "ref " + std::to_string(n);
  record.centre = "town";
  record.holder = "li";
  record.kind = "road";
  record.channel = "walk_in";
  record.subject = "a made-up matter";
  record.arrived_at = at(n);
  record.facts = R"({"parties":["张某某"]})";
}

Tale& Tale::step(const std::string& event, const std::string& to) {
  engine::HistoryEntry e;
  e.case_id = record.id;
  e.seq = record.revision + 1;
  e.event = event;
  e.state_before = record.state;
  e.state_after = to;
  e.occurred_at = record.arrived_at + std::chrono::minutes{record.revision};
  e.recorded_at = e.occurred_at + std::chrono::seconds{5};
  e.actor = "li";
  e.centre = record.centre;
  e.holder = record.holder;
  e.fields = R"({"note":"某"})";
  e.prev_hash = entries.empty() ? engine::genesis_hash() : entries.back().hash;
  e.hash = engine::chain_hash(e);
  record.state = to;
  record.revision = e.seq;
  record.head = e.hash;
  record.last_occurred_at = e.occurred_at;
  entries.push_back(std::move(e));
  return *this;
}

Tale& Tale::end() {
  step("end", "over");
  record.open = false;
  for (auto& d : record.deadlines)
    if (d.running()) d.stopped = record.last_occurred_at;
  return *this;
}

void Tale::store(engine::Writing& writing) {
  for (; stored_ < entries.size(); ++stored_) writing.append(entries[stored_]);
  writing.put_case(record);
}

}  // namespace tests
