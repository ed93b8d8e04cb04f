#include "storage/backup.hpp"

#include "engine/error.hpp"
#include "storage/doctor.hpp"
#include "storage/migrations.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <fstream>

#include <catch2/catch.hpp>

using tests::code_of;
using tests::Tale;

namespace {

void add_cases(storage::SqliteStore& store, int first, int count) {
  store.write([&](engine::Writing& w) {
    for (int n = first; n < first + count; ++n) {
      Tale tale{n};
      tale.record.facts = std::string(3000, 'x');
      tale.open().store(w);
    }
  });
}

std::string told(storage::SqliteStore& store) { return tests::everything(store, tests::at(9999)); }

}  // namespace

TEST_CASE("a backup taken while another writes holds the moment it began, in one file", "[backup]") {
  tests::OnSqlite on;
  add_cases(on.store, 0, 2000);
  const std::string before = told(on.store);
  int last = 0, calls = 0;
  storage::backup(on.store, on.scratch.file("copy.db"), [&](int done, int all) {
    CHECK(done >= last);
    CHECK(done <= all);
    if (++calls == 1) add_cases(on.store, 5000, 10);
    last = done;
    return true;
  });
  CHECK(calls > 1);
  CHECK_FALSE(std::filesystem::exists(on.scratch.file("copy.db-wal")));
  storage::SqliteStore copy{on.scratch.file("copy.db")};
  CHECK(told(copy) == before);
  CHECK(storage::doctor_facts(copy).schema_findings.empty());
}

TEST_CASE("a backup that is interrupted or has no room for its name leaves nothing behind", "[backup]") {
  tests::OnSqlite on;
  add_cases(on.store, 0, 1000);
  CHECK(code_of([&] { storage::backup(on.store, on.scratch.file("b.db"), [](int, int) { return false; }); }) ==
        "interrupted");
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator{on.scratch.folder()})
    files += file.path().filename().string().starts_with("b.db");
  CHECK(files == 0);
  std::ofstream{on.scratch.file("b.db")} << "mine";
  CHECK(code_of([&] { storage::backup(on.store, on.scratch.file("b.db")); }) == "backup_exists");
}

TEST_CASE("a restore puts the backup in place and keeps what stood there", "[backup]") {
  tests::OnSqlite on;
  add_cases(on.store, 0, 3);
  const std::string then = told(on.store);
  storage::backup(on.store, on.scratch.file("b.db"));
  add_cases(on.store, 10, 3);
  const std::string later = told(on.store);
  CHECK(code_of([&] { storage::restore(on.scratch.file("b.db"), on.scratch.file()); }) == "target_newer");
  CHECK(told(on.store) == later);
  const auto done = storage::restore(on.scratch.file("b.db"), on.scratch.file(), true);
  storage::SqliteStore restored{on.scratch.file()}, kept{done.kept};
  CHECK(told(restored) == then);
  CHECK(told(kept) == later);
  CHECK(code_of([&] { on.store.write([](engine::Writing&) {}); }) == "database_replaced");
  add_cases(restored, 20, 1);
}

TEST_CASE("a restore to a place where nothing stands needs no force", "[backup]") {
  tests::OnSqlite on;
  add_cases(on.store, 0, 3);
  storage::backup(on.store, on.scratch.file("b.db"));
  CHECK(storage::restore(on.scratch.file("b.db"), on.scratch.file("new.db")).kept.empty());
  storage::SqliteStore restored{on.scratch.file("new.db")};
  CHECK(told(restored) == told(on.store));
}

TEST_CASE("a restore refuses a damaged or foreign source and a foreign target", "[backup]") {
  tests::OnSqlite on;
  add_cases(on.store, 0, 200);
  const std::string good = on.scratch.file("good.db"), bad = on.scratch.file("bad.db"), other = on.scratch.file("o.db");
  storage::backup(on.store, good);
  std::filesystem::copy_file(good, bad);
  std::filesystem::resize_file(bad, std::filesystem::file_size(bad) / 4096 / 2 * 4096);
  REQUIRE(tests::plain_sql(other, "CREATE TABLE notes (x)").empty());
  CHECK(code_of([&] { storage::restore(bad, on.scratch.file()); }) == "corrupt");
  CHECK(code_of([&] { storage::restore(other, on.scratch.file()); }) == "other_program");
  CHECK(code_of([&] { storage::restore(good, other); }) == "other_program");
  CHECK(tests::plain_value(other, "SELECT count(*) FROM notes") == "0");
}

TEST_CASE("the doctor's facts tell the ground as it is", "[doctor]") {
  tests::OnSqlite on;
  add_cases(on.store, 0, 3);
  const auto facts = storage::doctor_facts(on.store);
  CHECK(facts.journal_mode == "wal");
  CHECK(facts.wal_bytes > 0);
  CHECK(facts.free_bytes > 0);
  CHECK_FALSE(facts.lock_holder.has_value());
  CHECK(facts.schema == storage::migrations().back().name);
  CHECK((facts.integrity.empty() && facts.broken_references.empty() && facts.schema_findings.empty()));
  CHECK(facts.sqlite_version.starts_with("3."));
  on.store.write([&](engine::Writing&) { CHECK(storage::doctor_facts(on.store).lock_holder.has_value()); });
}
