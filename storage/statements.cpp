#include "storage/statements.hpp"

#include "storage/fault.hpp"

#include <sqlite3.h>

namespace storage {
namespace {

[[noreturn]] void fail(sqlite3* database) {
  throw fault_from(sqlite3_extended_errcode(database), sqlite3_errmsg(database));
}

}  // namespace

void Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Row& Row::operator>>(std::string_view& out) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, next_));
  out = {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, next_))};
  ++next_;
  return *this;
}

Row& Row::operator>>(std::string& out) {
  std::string_view text;
  *this >> text;
  out.assign(text);
  return *this;
}

Row& Row::operator>>(std::int64_t& out) {
  out = sqlite3_column_int64(statement_, next_++);
  return *this;
}

Row& Row::operator>>(int& out) {
  out = sqlite3_column_int(statement_, next_++);
  return *this;
}

Row& Row::operator>>(bool& out) {
  out = sqlite3_column_int(statement_, next_++) != 0;
  return *this;
}

Row& Row::operator>>(engine::Instant& out) {
  out = engine::Instant{engine::Milliseconds{sqlite3_column_int64(statement_, next_++)}};
  return *this;
}

Row& Row::operator>>(std::optional<engine::Instant>& out) {
  const bool empty = sqlite3_column_type(statement_, next_) == SQLITE_NULL;
  engine::Instant at;
  *this >> at;
  out = empty ? std::nullopt : std::optional{at};
  return *this;
}

// A reset repeats the error of a failed step, which has been thrown already.
Query::~Query() {
  sqlite3_reset(statement_.get());
  shelf_.push_back(std::move(statement_));
}

bool Query::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) fail(sqlite3_db_handle(statement_.get()));
  return code == SQLITE_ROW;
}

int Query::run() {
  while (step()) continue;
  return sqlite3_changes(sqlite3_db_handle(statement_.get()));
}

void Query::again() {
  sqlite3_reset(statement_.get());
  next_ = 1;
}

void Query::bind(std::string_view text) {
  const char* bytes = text.data() ? text.data() : "";
  if (sqlite3_bind_text64(statement_.get(), next_++, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
    fail(sqlite3_db_handle(statement_.get()));
}

void Query::bind(std::int64_t number) { sqlite3_bind_int64(statement_.get(), next_++, number); }
void Query::bind(std::nullptr_t) { sqlite3_bind_null(statement_.get(), next_++); }

Query Statements::take(const char* sql) {
  Query::Shelf& shelf = shelves_[sql];
  Prepared statement;
  if (shelf.empty()) {
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK) fail(database_);
    statement.reset(made);
  } else {
    statement = std::move(shelf.back());
    shelf.pop_back();
  }
  return {shelf, std::move(statement)};
}

}  // namespace storage
