#pragma once

#include "engine/error.hpp"

#include <string>

namespace SQLite {
class Exception;
}

namespace storage {

/// What SQLite reported, as one sentence for a person and a stable code: busy, disk_full, read_only, not_a_database,
/// corrupt, cannot_open, io_error, already_stored, history_refused, too_big, storage_fault.
[[nodiscard]] engine::Error fault_from(const SQLite::Exception& error);
/// The same for a bare (extended) SQLite result code; `detail` is SQLite's own message.
[[nodiscard]] engine::Error fault_from(int extended_code, const std::string& detail);

/// Runs `body`; a SQLite exception leaves it as engine::Error.
template <class Body>
decltype(auto) translated(Body&& body);

}  // namespace storage

#include <SQLiteCpp/Exception.h>

namespace storage {

template <class Body>
decltype(auto) translated(Body&& body) {
  try {
    return body();
  } catch (const SQLite::Exception& error) {
    throw fault_from(error);
  }
}

}  // namespace storage
