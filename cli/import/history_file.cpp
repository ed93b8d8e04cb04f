#include "cli/import/history_file.hpp"

#include "cli/import/history_line.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <utility>

namespace cli {
namespace {

using engine::mark;

constexpr std::size_t longest_entry = std::size_t{16} << 20U;

[[noreturn]] void refuse(std::int64_t line, const char* code, const char* message) {
  throw Fault(engine::Error::Kind::Refused, code, message, line);
}

}  // namespace

HistoryFile::HistoryFile(std::istream& in, const engine::Process& process)
    : process_(process), lines_(in, longest_entry) {
  for (const auto& step : process.transitions()) allowed_.emplace(step.event, step.from, step.to);
}

bool HistoryFile::next(HistoryCase& one) {
  one.entries.clear();
  if (!waiting_ && !read_entry()) return false;
  engine::CaseFold fold(process_);
  const auto id = waiting_->case_id;
  if (id <= last_case_)
    refuse(line_, "case_order", mark("line {0}: the cases are not in the order of export, or one comes twice"));
  do {
    follow(fold, *waiting_);
    one.entries.push_back(*std::exchange(waiting_, std::nullopt));
  } while (read_entry() && waiting_->case_id == id);
  one.record = fold.project();
  last_case_ = id;
  return true;
}

bool HistoryFile::read_entry() {
  Line line;
  do {
    if (!lines_.next(line)) return false;
  } while (line.text.empty());
  line_ = line.number;
  if (line.too_long) refuse(line_, "too_long", mark("line {0} is longer than any entry"));
  waiting_ = history_from_line(line.text);
  return true;
}

void HistoryFile::follow(engine::CaseFold& fold, const engine::HistoryEntry& entry) const {
  const auto& so_far = fold.record();
  if (engine::chain_hash(entry) != entry.hash)
    refuse(line_, "changed_entry", mark("line {0}: the entry was changed; its hash does not fit its content"));
  if (entry.seq != so_far.revision + 1 || entry.prev_hash != so_far.head)
    refuse(line_, "broken_chain",
           mark("line {0}: the entry does not follow the one before; a line was removed or moved"));
  if (entry.state_before != so_far.state ||
      !allowed_.contains(Step{entry.event, entry.state_before, entry.state_after}))
    refuse(line_, "forbidden_step", mark("line {0}: the process knows no such step"));
  fold.apply(entry);
}

}  // namespace cli
