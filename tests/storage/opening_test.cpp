#include "engine/accounts/rows.hpp"
#include "engine/deliver/rows.hpp"
#include "engine/error.hpp"
#include "storage/migrations.hpp"
#include "storage/writer_lock.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/soundness.hpp"
#include "tests/storage/tale.hpp"

#include <cstdlib>
#include <fstream>
#include <functional>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace {

using tests::code_of;

std::string code_of_opening(const std::string& file, const storage::Options& options = {}) {
  return code_of([&] { storage::SqliteStore store{file, options}; });
}

void run_script(const std::string& file, const std::string& script) {
  std::ifstream in{script};
  REQUIRE(in.good());
  REQUIRE(tests::plain_sql(file, {std::istreambuf_iterator<char>{in}, {}}).empty());
}

/// Another user as far as files are concerned, and back again.
template <uid_t User, uid_t Back>
struct As {
  As() { REQUIRE(seteuid(User) == 0); }
  ~As() {
    if (seteuid(Back) != 0) std::abort();
  }
  As(const As&) = delete;
  As& operator=(const As&) = delete;
};
constexpr uid_t nobodys = 65534;
using AsNobody = As<nobodys, 0>;
using AsRoot = As<0, nobodys>;

}  // namespace

TEST_CASE("a file that is not there, empty, not a database or of another program is refused by name", "[opening]") {
  const tests::Scratch scratch;
  CHECK(code_of_opening(scratch.file()) == "no_database");
  std::ofstream{scratch.file("empty.db")}.close();
  CHECK(code_of_opening(scratch.file("empty.db")) == "no_database");
  std::ofstream{scratch.file("text.db")} << std::string(5000, 'x');
  CHECK(code_of_opening(scratch.file("text.db")) == "not_a_database");
  CHECK(code_of_opening(scratch.file("text.db"), tests::fresh()) == "not_a_database");
  REQUIRE(tests::plain_sql(scratch.file("other.db"), "CREATE TABLE history (x)").empty());
  const auto size = std::filesystem::file_size(scratch.file("other.db"));
  CHECK(code_of_opening(scratch.file("other.db")) == "other_program");
  CHECK(code_of_opening(scratch.file("other.db"), tests::fresh()) == "other_program");
  CHECK(std::filesystem::file_size(scratch.file("other.db")) == size);
  CHECK(tests::plain_value(scratch.file("other.db"), "PRAGMA journal_mode") == "delete");
  CHECK(code_of_opening(scratch.folder().string()) == "cannot_open");
  CHECK(code_of_opening(scratch.file("no/folder.db"), tests::fresh()) == "cannot_open");
}

TEST_CASE("a database of a newer program is refused and named", "[opening]") {
  const tests::OnSqlite on;
  REQUIRE(tests::plain_sql(on.scratch.file(), "INSERT INTO schema_migrations VALUES ('9999-from-the-future')").empty());
  CHECK(code_of_opening(on.scratch.file()) == "database_newer");
}

TEST_CASE("opening a database that is up to date writes nothing", "[opening]") {
  const tests::Scratch scratch;
  { storage::SqliteStore store{scratch.file(), tests::fresh()}; }
  std::filesystem::remove(scratch.file() + "-lock");
  { storage::SqliteStore store{scratch.file()}; }
  CHECK_FALSE(std::filesystem::exists(scratch.file() + "-lock"));
}

TEST_CASE("each released schema opens and tells the same", "[opening]") {
  const std::string schema = GENERATE("0001-ground", "0002-schedule", "0005-accounts", "0006-deliveries", "0007-told",
                                      "0008-feed", "0009-acts");
  const tests::Scratch scratch;
  run_script(scratch.file(), std::string{MAOTIAO_FIXTURES} + "/" + schema + ".sql");
  storage::SqliteStore store{scratch.file()};
  CHECK(tests::unsound(scratch.file(), {{tests::id_of(1), 3}, {tests::id_of(2), 1}}).empty());
  store.read([&](engine::Reading& r) {
    const auto record = r.find_case("number 1");
    REQUIRE(record.has_value());
    CHECK(record->state == "over");
    CHECK(record->deadlines.at(0).met == tests::at(7));
    CHECK(r.find_case("ref 2")->deadlines.at(0).points.size() == 2);
    CHECK(r.open_cases() == 1);
    CHECK(r.setting("day_end") == "closing");
    CHECK(r.people().at(0).name == "李某");
    CHECK(r.series().at(0).second == 2);
    CHECK(r.lease().has_value() == (schema >= "0002"));
    CHECK(r.nights(10).size() == (schema >= "0002" ? 1U : 0U));
    CHECK(r.accounts().password("li").has_value() == (schema >= "0005"));
    CHECK(r.accounts().sessions("li").size() == (schema >= "0005" ? 1U : 0U));
    CHECK(r.accounts().places("li").size() == (schema >= "0005" ? 2U : 0U));
    CHECK(r.accounts().brakes("eeee").size() == (schema >= "0005" ? 1U : 0U));
    CHECK(r.deliveries().of_item("m1").size() == (schema == "0006-deliveries" || schema >= "0008" ? 1U : 0U));
    CHECK(r.accounts().token(std::string(64, 'f')).has_value() == (schema >= "0008"));
    CHECK(r.accounts().acts(10).size() == (schema >= "0009" ? 1U : 0U));
    REQUIRE(r.open_by_state().size() == 1);
    CHECK(r.open_by_state().front().state == "busy");
    CHECK(r.deliveries().open_items(10).size() == 1U);
    CHECK(r.told("li", "key-1").has_value() == (schema >= "0007"));
    CHECK(r.accounts().revision() == (schema >= "0005" ? 4 : 0));
  });
}

TEST_CASE("a foreign transaction that holds the file makes a writer busy, not a reader", "[lock]") {
  const tests::Scratch scratch;
  storage::Options options = tests::fresh();
  options.busy_limit = std::chrono::milliseconds{30};
  storage::SqliteStore store{scratch.file(), options};
  storage::SqliteStore other{scratch.file(), options};
  store.write([&](engine::Writing& w) {
    w.put_setting("a", "b");
    CHECK(code_of([&] { other.write([](engine::Writing&) {}); }) == "busy");
    CHECK(code_of([&] { other.checkpoint(); }) == "busy");
    other.read([](engine::Reading& r) { CHECK_FALSE(r.setting("a").has_value()); });
    CHECK(storage::WriterLock::holder(scratch.file()) == getpid());
  });
  CHECK_FALSE(storage::WriterLock::holder(scratch.file()).has_value());
  CHECK(code_of([&] { other.write([](engine::Writing&) {}); }) == "none");
}

TEST_CASE("a lock file that somebody removed is made again", "[lock]") {
  tests::OnSqlite on;
  std::filesystem::remove(on.scratch.file() + "-lock");
  on.store.write([](engine::Writing& w) { w.put_setting("a", "b"); });
  CHECK(std::filesystem::exists(on.scratch.file() + "-lock"));
}

TEST_CASE("a database that was replaced while it is open is not written to", "[lock]") {
  tests::OnSqlite on;
  std::filesystem::copy_file(on.scratch.file(), on.scratch.file("copy.db"));
  std::filesystem::rename(on.scratch.file("copy.db"), on.scratch.file());
  CHECK(code_of([&] { on.store.write([](engine::Writing&) {}); }) == "database_replaced");
}

TEST_CASE("a database that may only be read is refused when somebody writes while it is read past its log",
          "[rights]") {
  if (geteuid() != 0) {
    WARN("only root can be another user for a while");
    return;
  }
  const tests::Scratch scratch;
  { storage::SqliteStore store{scratch.file(), tests::fresh()}; }
  for (const char* beside : {"-wal", "-shm", "-lock"}) std::filesystem::remove(scratch.file() + beside);
  std::filesystem::permissions(scratch.folder(), std::filesystem::perms{0755});
  std::filesystem::permissions(scratch.file(), std::filesystem::perms{0644});
  const AsNobody nobody;
  storage::SqliteStore reader{scratch.file()};
  CHECK_FALSE(reader.writable());
  CHECK(code_of([&] { reader.write([](engine::Writing&) {}); }) == "read_only");
  CHECK(code_of([&] { reader.inspect([](storage::Connection&) {}); }) == "none");
  CHECK_FALSE(std::filesystem::exists(scratch.file() + "-wal"));
  const auto while_others_write = [&](storage::Connection&) {
    const AsRoot root;
    storage::SqliteStore{scratch.file()}.write([](engine::Writing& w) { w.put_setting("a", "b"); });
  };
  CHECK(code_of([&] { reader.inspect(while_others_write); }) == "busy");
}
