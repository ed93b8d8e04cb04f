#include "engine/accounts/secret.hpp"

#include "engine/digest.hpp"
#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <algorithm>
#include <array>

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace engine {
namespace {

using Bytes = std::array<unsigned char, 32>;

std::string hex(const Bytes& bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const unsigned char byte : bytes) (text += digits[byte >> 4]) += digits[byte & 0xF];
  return text;
}

}  // namespace

std::string new_secret() {
  Bytes bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw Error(Error::Kind::Fault, "no_randomness", mark("the system gives no random numbers; cannot make a secret"));
  return hex(bytes);
}

bool is_secret(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
         });
}

std::string digest_of_secret(std::string_view secret) { return sha256_hex(secret); }

std::string derived_secret(std::string_view secret, std::string_view purpose) {
  Bytes bytes{};
  unsigned int size = 0;
  const auto* message = reinterpret_cast<const unsigned char*>(purpose.data());
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), message, purpose.size(), bytes.data(),
           &size) == nullptr)
    throw Error(Error::Kind::Fault, "no_hmac", mark("the cryptographic library cannot compute HMAC-SHA256"));
  return hex(bytes);
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace engine
