#pragma once

#include "engine/instant.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace storage {

/// Reads the columns of the current row one after another. Strings keep their capacity from row to row.
class Row {
 public:
  explicit Row(const SQLite::Statement& statement) : statement_(statement) {}

  Row& operator>>(std::string& out);
  Row& operator>>(std::int64_t& out);
  Row& operator>>(int& out);
  Row& operator>>(bool& out);
  Row& operator>>(engine::Instant& out);
  Row& operator>>(std::optional<engine::Instant>& out);
  Row& operator>>(std::optional<std::int64_t>& out);

 private:
  const SQLite::Statement& statement_;
  int next_ = 0;
};

/// A prepared statement on loan: given back, reset, when it goes out of scope. Strings that are bound must outlive it.
class Query {
 public:
  using Shelf = std::vector<std::unique_ptr<SQLite::Statement>>;

  Query(Shelf& shelf, std::unique_ptr<SQLite::Statement> statement) : shelf_(shelf), statement_(std::move(statement)) {}
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  template <class... Values>
  Query& with(const Values&... values) {
    (bind(values), ...);
    return *this;
  }
  /// True if there is a row. Throws engine::Error.
  bool step();
  /// Runs a statement that gives no rows; gives the number of rows it changed.
  int run();
  /// Makes the statement ready for other values.
  void again();
  [[nodiscard]] Row row() const { return Row{*statement_}; }

 private:
  void bind(const std::string& text) { statement_->bindNoCopy(next_++, text); }
  void bind(std::string_view text) { statement_->bind(next_++, std::string{text}); }
  void bind(const char* text) { statement_->bind(next_++, text); }
  void bind(std::int64_t number) { statement_->bind(next_++, number); }
  void bind(int number) { statement_->bind(next_++, number); }
  void bind(bool flag) { statement_->bind(next_++, flag ? 1 : 0); }
  void bind(engine::Instant at) { bind(std::int64_t{at.time_since_epoch().count()}); }
  void bind(std::nullptr_t) { statement_->bind(next_++); }
  template <class T>
  void bind(const std::optional<T>& value) {
    if (value) return bind(*value);
    bind(nullptr);
  }
  template <class T>
  void bind(const T* value) {  // null pointer: NULL
    if (value) return bind(*value);
    bind(nullptr);
  }

  Shelf& shelf_;
  std::unique_ptr<SQLite::Statement> statement_;
  int next_ = 1;
};

/// The prepared statements of one connection. A statement that is in use is prepared a second time, so loops may nest.
class Statements {
 public:
  explicit Statements(SQLite::Database& database) : database_(database) {}

  /// `sql` must be a literal: it is known again by its address.
  [[nodiscard]] Query take(const char* sql);

 private:
  SQLite::Database& database_;
  std::unordered_map<const char*, Query::Shelf> shelves_;
};

}  // namespace storage
