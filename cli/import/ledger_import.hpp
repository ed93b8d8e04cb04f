#pragma once

#include "cli/import/ledger_file.hpp"
#include "engine/desk.hpp"
#include "engine/draft.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace cli {

/// A row that did not go in: the line it begins on, a stable word, and the sentence.
struct RefusedRow {
  std::int64_t line = 0;
  std::string code;
  std::string message;  // message id
  std::vector<std::string> args;
};

/// What came of an import so far. Only the first refused rows are kept whole; all are counted.
struct ImportReport {
  static constexpr std::size_t most_kept = 1000;

  std::int64_t read = 0;
  std::int64_t imported = 0;
  std::int64_t already_known = 0;
  std::int64_t refused = 0;
  std::int64_t steps = 0;
  std::int64_t inferred = 0;
  std::map<std::string, std::int64_t> refused_by_code;
  std::vector<RefusedRow> refused_rows;
  std::set<std::string> new_people;  // names put on the roster
  bool interrupted = false;
};

/// How a ledger is imported.
struct ImportOrder {
  engine::Actor actor;  // who imports
  std::string centre;   // where the cases arrive
  bool dry_run = false;
};

/// Takes a ledger into the store, about a thousand rows a transaction: a row goes in whole or not at all. The next rows
/// are judged while the last ones are written; where somebody else wrote in between, they are judged once more.
class LedgerImport {
 public:
  LedgerImport(engine::Desk& desk, ImportOrder order) : desk_(desk), order_(std::move(order)) {}

  /// `going_on` is called between transactions with the bytes read so far; false ends the import there.
  void run(LedgerFile& file, const std::function<bool(std::int64_t)>& going_on);
  /// Also after `run` has thrown: what is in the store by then.
  [[nodiscard]] const ImportReport& report() const { return report_; }

 private:
  struct Told {
    std::int64_t line = 0;
    workflows::LedgerCase what;
  };

  /// Some rows and what would be written of them.
  struct Chunk {
    std::vector<LedgerItem> rows;
    std::optional<engine::Draft> draft;
    ImportReport part;
    std::int64_t bytes = 0;                                   // of the file, up to here
    std::int64_t roster_revision = 0, calendar_revision = 0;  // as they stood when the rows were judged
  };

  [[nodiscard]] std::unique_ptr<Chunk> next(LedgerFile& file, const Chunk* being_written);
  void judge(engine::Reading& ground, const Chunk* being_written, Chunk& chunk);
  /// False, and nothing is written, if somebody else wrote what the rows were judged by and they are not judged anew.
  [[nodiscard]] bool write(Chunk& chunk, bool judge_anew);
  [[nodiscard]] bool stands(engine::Writing& writing, const Chunk& chunk) const;
  [[nodiscard]] bool read_rows(LedgerFile& file, std::vector<LedgerItem>& rows);
  void take(engine::Reading& ground, bool roster_grows, Chunk& chunk);
  [[nodiscard]] std::vector<Told> understand(const engine::World& world, const std::vector<LedgerItem>& rows,
                                             ImportReport& part);
  bool add_people(const engine::World& world, const std::vector<Told>& told, engine::Draft& draft, ImportReport& part);
  void take_case(engine::Batch& batch, engine::Draft& draft, Told& told, ImportReport& part);
  [[nodiscard]] bool known(engine::Draft& draft, const Told& told, ImportReport& part);

  engine::Desk& desk_;
  ImportOrder order_;
  ImportReport report_;
  std::string first_id_;                      // ids of this import lie after it
  std::unordered_set<std::size_t> dry_refs_;  // hashes: a dry run finds nothing of itself in the store
  bool arrives_now_ = false, names_refs_ = true;
  std::optional<std::int64_t> roster_written_, calendar_written_;  // revisions after the last transaction of our own
};

}  // namespace cli
