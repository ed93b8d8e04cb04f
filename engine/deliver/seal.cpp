#include "engine/deliver/seal.hpp"

#include "engine/error.hpp"

#include <array>
#include <vector>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace engine {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned int size = 0;
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(message), message.size(), out.data(),
           &size) == nullptr)
    throw Error(Error::Kind::Fault, "no_sha256", "the cryptographic library cannot compute SHA-256");
  return {out.begin(), out.begin() + size};
}

std::string base64(std::string_view bytes) {
  std::vector<unsigned char> out(4 * ((bytes.size() + 2) / 3) + 1);
  const int size = EVP_EncodeBlock(out.data(), bytes_of(bytes), static_cast<int>(bytes.size()));
  return {out.begin(), out.begin() + size};
}

std::string lower_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += {digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

std::string url_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c))
      out += c;
    else
      out += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

std::string mail_header(std::string_view text) {
  constexpr std::size_t word_most = 45;  // bytes: 60 characters of base64 within the frame of 12
  std::string safe, out;
  for (const char c : text) safe += static_cast<unsigned char>(c) < 0x20U || c == 0x7F ? ' ' : c;
  for (std::size_t at = 0; at < safe.size();) {
    std::size_t end = std::min(at + word_most, safe.size());
    while (end < safe.size() && end > at + 1 && continues(safe[end])) --end;
    out +=
        (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(std::string_view(safe).substr(at, end - at)) + "?=";
    at = end;
  }
  return out;
}

}  // namespace engine
