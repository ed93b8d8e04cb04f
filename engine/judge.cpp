#include "engine/judge.hpp"

#include "engine/case_fold.hpp"
#include "engine/error.hpp"
#include "engine/mark.hpp"

namespace engine {
namespace {

using Fault = BadEntry::Fault;

BadEntry bad(Fault fault, const HistoryEntry& entry, std::string detail = {}) {
  return {fault, entry.case_id, {}, entry.seq, std::move(detail)};
}

std::string_view first_difference(const CaseRecord& a, const CaseRecord& b) {
  if (a.state != b.state) return mark("state");
  if (a.holder != b.holder) return mark("holder");
  if (a.centre != b.centre) return mark("centre");
  if (a.number != b.number || a.second_number != b.second_number) return mark("number");
  if (a.deadlines != b.deadlines) return mark("deadlines");
  if (a.facts != b.facts) return mark("facts");
  return mark("labels");
}

std::optional<BadEntry> compare(const CaseFile& file, CaseFold& fold) {
  const HistoryEntry& last = file.entries.back();
  if (file.record == nullptr) return bad(Fault::MissingCase, last);
  if (file.record->revision > last.seq) return BadEntry{Fault::CutTail, last.case_id, {}, last.seq + 1, {}};
  const CaseRecord& replayed = fold.project();
  if (*file.record == replayed) return {};
  return bad(Fault::RecordDiffers, last, std::string(first_difference(*file.record, replayed)));
}

}  // namespace

Judge::Judge(const Process& process) : process_(process) {
  for (const Transition& t : process.transitions()) relation_.emplace(t.event, t.from, t.to);
}

std::optional<BadEntry> Judge::operator()(const CaseFile& file) const {
  if (file.entries.empty())
    return BadEntry{Fault::MissingCase, file.record->id, file.record->number, 0, mark("a record without a history")};
  CaseFold fold(process_);
  for (const HistoryEntry& entry : file.entries)
    if (auto found = follow(fold, entry)) return found;
  return compare(file, fold);
}

std::optional<BadEntry> Judge::follow(CaseFold& fold, const HistoryEntry& entry) const {
  const CaseRecord& so_far = fold.record();
  if (chain_hash(entry) != entry.hash) return bad(Fault::ChangedEntry, entry);
  if (entry.seq != so_far.revision + 1) return bad(Fault::Gap, entry);
  if (entry.prev_hash != so_far.head) return bad(Fault::BrokenChain, entry);
  if (entry.state_before != so_far.state || !allows(entry)) return bad(Fault::ForbiddenStep, entry);
  try {
    fold.apply(entry);
  } catch (const Error& error) {
    return bad(Fault::Unreadable, entry, error.what());
  }
  return {};
}

bool Judge::allows(const HistoryEntry& entry) const {
  return relation_.contains(Row(entry.event, entry.state_before, entry.state_after));
}

}  // namespace engine
