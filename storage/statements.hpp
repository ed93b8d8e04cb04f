#pragma once

#include "engine/instant.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace storage {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const;
};
/// A prepared statement. Not SQLiteCpp's: its columns count references, which doubles the price of reading history.
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

/// Reads the columns of the current row one after another. Strings keep their capacity from row to row.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

  Row& operator>>(std::string& out);
  /// Valid until the next step.
  Row& operator>>(std::string_view& out);
  Row& operator>>(std::int64_t& out);
  Row& operator>>(int& out);
  Row& operator>>(bool& out);
  Row& operator>>(engine::Instant& out);
  Row& operator>>(std::optional<engine::Instant>& out);

 private:
  sqlite3_stmt* statement_;
  int next_ = 0;
};

/// A prepared statement on loan: given back, reset, when it goes out of scope. Strings that are bound must outlive it.
class Query {
 public:
  using Shelf = std::vector<Prepared>;

  Query(Shelf& shelf, Prepared statement) : shelf_(shelf), statement_(std::move(statement)) {}
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
  [[nodiscard]] Row row() const { return Row{statement_.get()}; }

 private:
  void bind(std::string_view text);  // std::string and literals too; the bytes are not copied
  void bind(std::int64_t number);
  void bind(int number) { bind(std::int64_t{number}); }
  void bind(bool flag) { bind(std::int64_t{flag}); }
  void bind(const std::string& text) { bind(std::string_view{text}); }
  void bind(const char* text) { bind(std::string_view{text}); }
  void bind(engine::Instant at) { bind(std::int64_t{at.time_since_epoch().count()}); }
  void bind(std::nullptr_t);
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
  Prepared statement_;
  int next_ = 1;
};

/// The prepared statements of one connection. A statement that is in use is prepared a second time, so loops may nest.
class Statements {
 public:
  explicit Statements(sqlite3* database) : database_(database) {}

  /// `sql` must be a literal: it is known again by its address.
  [[nodiscard]] Query take(const char* sql);

 private:
  sqlite3* database_;
  std::unordered_map<const char*, Query::Shelf> shelves_;
};

}  // namespace storage
