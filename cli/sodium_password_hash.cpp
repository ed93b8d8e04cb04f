#include "cli/sodium_password_hash.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <sodium.h>

namespace cli {
namespace {

constexpr auto passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

// Of 32 random bytes that were thrown away; a test holds it against the limits above.
constexpr const char* hash_of_nobody =
    "$argon2id$v=19$m=65536,t=2,p=1$qzoV4+coX8SRlrizZhG8UQ$H29hRfMo5SLSsEuk2vFvKg8k+dXh9A/fsf1y/NUanDw";

}  // namespace

SodiumPasswordHash::SodiumPasswordHash() : nobodys_(hash_of_nobody) {
  if (sodium_init() < 0)
    throw engine::Error(engine::Error::Kind::Fault, "no_sodium",
                        engine::mark("the library that hashes passwords cannot be used"));
}

std::string SodiumPasswordHash::make(std::string_view password) const {
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory) != 0)
    throw engine::Error(engine::Error::Kind::Fault, "memory",
                        engine::mark("there is not enough memory to hash a password (64 MiB are needed); try again"));
  hash.resize(hash.find('\0'));
  return hash;
}

bool SodiumPasswordHash::fits(const std::string& hash, std::string_view password) const {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool SodiumPasswordHash::is_outdated(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory) != 0;
}

}  // namespace cli
