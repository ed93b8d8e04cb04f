#include "tests/storage/soundness.hpp"

#include "storage/doctor.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <map>

namespace tests {
namespace {

struct Last {
  std::int64_t seq = 0;
  std::string hash = engine::genesis_hash(), state;
};

std::string walk(engine::Reading& r, std::map<std::string, Last>& heads) {
  std::string wrong;
  r.each_entry([&](const engine::HistoryEntry& e) {
    Last& last = heads[e.case_id];
    if (e.seq != last.seq + 1) wrong = "a gap before " + e.case_id + " " + std::to_string(e.seq);
    if (e.prev_hash != last.hash || e.hash != engine::chain_hash(e)) wrong = "a broken chain in " + e.case_id;
    if (e.state_before != last.state) wrong = "a broken path in " + e.case_id;
    last = {e.seq, e.hash, e.state_after};
    return wrong.empty();
  });
  return wrong;
}

std::string compare(engine::Reading& r, const std::map<std::string, Last>& heads, const Answered& answered) {
  for (const auto& [id, last] : heads) {
    const auto record = r.find_case(id);
    if (!record) return "a history without a record: " + id;
    if (record->revision != last.seq || record->head != last.hash || record->state != last.state)
      return "a record that is not the head of its history: " + id;
  }
  if (r.all_cases() != static_cast<std::int64_t>(heads.size())) return "a record without a history";
  for (const auto& [id, seq] : answered)
    if (const auto at = heads.find(id); at == heads.end() || at->second.seq < seq)
      return "lost although it was answered: " + id + " " + std::to_string(seq);
  return {};
}

std::string first_of(const storage::DoctorFacts& facts) {
  for (const auto* findings : {&facts.integrity, &facts.broken_references, &facts.schema_findings})
    if (!findings->empty()) return findings->front();
  return {};
}

}  // namespace

std::string unsound(const std::string& file, const Answered& answered) {
  storage::SqliteStore store{file, fresh()};
  if (const std::string found = first_of(storage::doctor_facts(store)); !found.empty()) return found;
  std::string wrong;
  store.read([&](engine::Reading& r) {
    std::map<std::string, Last> heads;
    wrong = walk(r, heads);
    if (wrong.empty()) wrong = compare(r, heads, answered);
  });
  return wrong;
}

}  // namespace tests
