#include "engine/digest.hpp"

#include "engine/error.hpp"

#include <array>
#include <memory>

#include <openssl/evp.h>

namespace engine {
namespace {

/// One digest per thread: fetching SHA-256 from the library anew costs more than computing it.
class Sha256 {
 public:
  std::string hex(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    if (EVP_DigestInit_ex(context_.get(), algorithm_.get(), nullptr) != 1 ||
        EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) != 1 ||
        EVP_DigestFinal_ex(context_.get(), digest.data(), &size) != 1)
      throw Error(Error::Kind::Fault, "no_sha256", "the cryptographic library cannot compute SHA-256");
    return to_hex(digest);
  }

 private:
  struct Free {
    void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };

  static std::string to_hex(const std::array<unsigned char, 32>& digest) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text(64, '0');
    for (std::size_t i = 0; i < digest.size(); ++i) {
      text[2 * i] = digits[digest[i] >> 4];
      text[2 * i + 1] = digits[digest[i] & 0xF];
    }
    return text;
  }

  std::unique_ptr<EVP_MD, Free> algorithm_{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  std::unique_ptr<EVP_MD_CTX, Free> context_{EVP_MD_CTX_new()};
};

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  thread_local Sha256 sha256;
  return sha256.hex(bytes);
}

}  // namespace engine
