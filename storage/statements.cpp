#include "storage/statements.hpp"

#include "storage/fault.hpp"

namespace storage {

Row& Row::operator>>(std::string& out) {
  const SQLite::Column column = statement_.getColumn(next_++);
  const char* bytes = static_cast<const char*>(column.getBlob());
  out.assign(bytes ? bytes : "", static_cast<std::size_t>(column.getBytes()));
  return *this;
}

Row& Row::operator>>(std::int64_t& out) {
  out = statement_.getColumn(next_++).getInt64();
  return *this;
}

Row& Row::operator>>(int& out) {
  out = statement_.getColumn(next_++).getInt();
  return *this;
}

Row& Row::operator>>(bool& out) {
  out = statement_.getColumn(next_++).getInt() != 0;
  return *this;
}

Row& Row::operator>>(engine::Instant& out) {
  out = engine::Instant{engine::Milliseconds{statement_.getColumn(next_++).getInt64()}};
  return *this;
}

Row& Row::operator>>(std::optional<std::int64_t>& out) {
  const SQLite::Column column = statement_.getColumn(next_++);
  out = column.isNull() ? std::nullopt : std::optional{column.getInt64()};
  return *this;
}

Row& Row::operator>>(std::optional<engine::Instant>& out) {
  std::optional<std::int64_t> count;
  *this >> count;
  out = count ? std::optional{engine::Instant{engine::Milliseconds{*count}}} : std::nullopt;
  return *this;
}

Query::~Query() {
  try {
    statement_->reset();
  } catch (const SQLite::Exception&) {
    return;  // reset repeats the error of the failed step, which has been thrown already; the statement is dropped
  }
  shelf_.push_back(std::move(statement_));
}

bool Query::step() {
  return translated([&] { return statement_->executeStep(); });
}

int Query::run() {
  return translated([&] { return statement_->exec(); });
}

void Query::again() {
  translated([&] { statement_->reset(); });
  next_ = 1;
}

Query Statements::take(const char* sql) {
  Query::Shelf& shelf = shelves_[sql];
  if (shelf.empty()) return {shelf, translated([&] { return std::make_unique<SQLite::Statement>(database_, sql); })};
  auto statement = std::move(shelf.back());
  shelf.pop_back();
  return {shelf, std::move(statement)};
}

}  // namespace storage
