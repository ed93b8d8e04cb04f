#include "cli/deliver/secret_file.hpp"

#include "engine/deliver/channels.hpp"
#include "engine/mark.hpp"
#include "workflows/words/fault.hpp"

#include <fstream>

#include <sys/stat.h>

namespace cli {
namespace {

using engine::mark;
using workflows::Fault;
using Kind = engine::Error::Kind;

constexpr mode_t others_read_or_group_writes = S_IRWXO | S_IWGRP;

void check_mode(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode))
    throw Fault(Kind::NotFound, "no_secret_file", mark("the secret file {0} cannot be read"), path);
  if ((found.st_mode & others_read_or_group_writes) != 0)
    throw Fault(Kind::Refused, "secret_file_open",
                mark("the secret file {0} is open to other users of this machine; close it with: chmod 600 {0}"), path);
}

std::string text_of(const std::string& path) {
  constexpr std::size_t most = 4096;
  std::ifstream file(path, std::ios::binary);
  std::string text(most + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad())
    throw Fault(Kind::NotFound, "no_secret_file", mark("the secret file {0} cannot be read"), path);
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > most) throw Fault(Kind::Usage, "secret_too_large", mark("{0} is larger than 4 KiB"), path);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
  return text;
}

}  // namespace

std::string secret_of(const engine::Channel& channel) {
  if (channel.secret_file.empty()) return {};
  check_mode(channel.secret_file);
  auto secret = text_of(channel.secret_file);
  const auto fault = engine::fault_of_secret(channel, secret);
  if (fault.message != nullptr) throw Fault(Kind::Usage, "secret_words", fault.message, fault.word);
  return secret;
}

}  // namespace cli
