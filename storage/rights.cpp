#include "storage/rights.hpp"

#include <cctype>

#include <fcntl.h>
#include <unistd.h>

namespace storage {
namespace {

namespace fs = std::filesystem;
using engine::Error;

bool writable(const fs::path& path) { return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0; }

bool has_content(const std::string& path) {
  std::error_code missing;
  const auto bytes = fs::file_size(path, missing);
  return !missing && bytes > 0;
}

bool exists(const std::string& path) {
  std::error_code unknown;
  return fs::exists(path, unknown);
}

fs::file_time_type last_write(const std::string& path) {
  std::error_code gone;
  return fs::last_write_time(path, gone);
}

}  // namespace

bool may_write(const std::string& path) {
  if (!writable(path)) return false;
  if (writable(fs::absolute(path).parent_path())) return true;
  return writable(path + "-wal") && writable(path + "-shm") && writable(path + "-lock");
}

Error only_readable(const std::string& path) {
  return {Error::Kind::Fault, "read_only",
          "The database " + path +
              " can only be read by this user; nothing was written. Check the rights of the file and its folder."};
}

// The sidecars are never made by one who may only read: they would be in the way of those who may write.
std::optional<StandingFile> StandingFile::of(const std::string& path) {
  if (may_write(path)) return std::nullopt;
  const bool half_made = has_content(path + "-journal");
  if (!half_made && exists(path + "-wal") && exists(path + "-shm")) return std::nullopt;
  if (half_made || has_content(path + "-wal"))
    throw Error(Error::Kind::Fault, "read_only",
                "What was last written to the database " + path +
                    " is in a log that only somebody who may write can take in. Let such a person run maotiao verify, "
                    "then try again.");
  return StandingFile(path);
}

StandingFile::StandingFile(std::string path) : path_(std::move(path)), written_at_(last_write(path_)) {}

std::string StandingFile::address() const {
  constexpr auto* hex = "0123456789ABCDEF";
  std::string address = "file:";
  for (const char c : fs::absolute(path_).lexically_normal().string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_';
    if (!plain) address += {'%', hex[byte / 16], hex[byte % 16]};
    if (plain) address += c;
  }
  return address + "?mode=ro&immutable=1";
}

void StandingFile::refuse_if_moved() const {
  if (!has_content(path_ + "-wal") && !has_content(path_ + "-journal") && last_write(path_) == written_at_) return;
  throw Error(Error::Kind::Busy, "busy", "Somebody wrote to the database " + path_ + " while it was read; try again.");
}

}  // namespace storage
