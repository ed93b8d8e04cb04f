// Writes whole lives of cases to a database and tells each on stdout when the store has answered, until it is killed.
// storage_crash_child FILE FIRST COUNT [KILL_AT]: cases FIRST ... FIRST + COUNT - 1; dies by itself at disk operation
// KILL_AT.
#include "tests/storage/fault_disk.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <cstdlib>
#include <string>

#include <unistd.h>

namespace {

void tell(const tests::Tale& tale) {
  const std::string line = tale.record.id + " " + std::to_string(tale.record.revision) + "\n";
  if (write(STDOUT_FILENO, line.data(), line.size()) < 0) std::exit(1);
}

// One write is one step of the case: two entries, a number, an alert and a message, all of it or nothing.
void live(storage::SqliteStore& store, int n) {
  tests::Tale tale{n};
  for (int step = 0; step < 3; ++step) {
    tale.record.deadlines = {tests::clock("plan", n, n + 10 + step, n + 100)};
    step == 0 ? tale.open().work() : tale.work().work();
    store.write([&](engine::Writing& w) {
      tale.store(w);
      w.take_number("register");
      const auto& d = tale.record.deadlines[0];
      w.raise({tale.record.id, d.name, step + 1, "amber", d.due, d.due, d.due, "holder", false});
      w.post({tale.record.id + "/" + std::to_string(step), tale.record.id, "li", "made up", d.due});
    });
    tell(tale);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const int kill_at = argc > 4 ? std::atoi(argv[4]) : 0;
  const tests::FaultDisk disk{tests::FaultDisk::Fault::Kill, kill_at};
  storage::Options options = tests::fresh();
  options.vfs = tests::FaultDisk::name();
  options.wal_limit = 96 * 1024;
  options.busy_limit = std::chrono::seconds{60};
  storage::SqliteStore store{argv[1], options};
  const int first = std::atoi(argv[2]);
  for (int n = first; n < first + std::atoi(argv[3]); ++n) live(store, n);
}
