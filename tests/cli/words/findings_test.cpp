#include "storage/schema_check.hpp"
#include "workflows/words/fault_words.hpp"

#include <filesystem>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;

namespace {

/// A database that somebody has laid hands on.
class Changed {
 public:
  explicit Changed(const char* sql) {
    std::filesystem::remove(file_);
    storage::Options options;
    options.create = true;
    storage::SqliteStore(file_, options).write([](engine::Writing&) {});
    SQLite::Database(file_, SQLite::OPEN_READWRITE).exec(sql);
  }
  ~Changed() { std::filesystem::remove(file_); }
  Changed(const Changed&) = delete;
  Changed& operator=(const Changed&) = delete;

  [[nodiscard]] std::string only_finding(const char* language) const {
    storage::SqliteStore store(file_);
    const auto found = storage::check_schema(store);
    REQUIRE(found.size() == 1);
    return workflows::fault_words(workflows::Language(language), found.front());
  }

 private:
  std::string file_ = "changed_for_the_words_test.db";
};

}  // namespace

TEST_CASE("what was done to the database is told in Chinese to who reads Chinese") {
  const auto [sql, english, chinese] = GENERATE(table<const char*, const char*, const char*>({
      {"DROP TRIGGER history_no_delete", "The trigger history_no_delete is missing.",
       "数据库对象 history_no_delete（trigger）缺失。"},
      {"CREATE TABLE notes (x)", "The table notes is not of this program.", "数据库对象 notes（table）不属于本程序。"},
      {"INSERT INTO counts VALUES ('main', 'open', 'town', '', 2)", "is 2, counted anew 0", "为 2，重新计数为 0"},
  }));
  const Changed file(sql);
  CHECK_THAT(file.only_finding("en"), Contains(english));
  CHECK_THAT(file.only_finding("zh_CN"), Contains(chinese));
}

TEST_CASE("what a verdict adds is told in Chinese to who reads Chinese") {
  const workflows::Language chinese("zh_CN");
  CHECK(workflows::fault_words(chinese, "a record without a history") == "有记录而无经过");
  CHECK(workflows::fault_words(chinese, "register/town/2026: 5 given, 4 found") ==
        "register/town/2026：已发出 5 个号，找到 4 个");
  CHECK(workflows::fault_words(chinese, "facts") == "案件事实");
}
