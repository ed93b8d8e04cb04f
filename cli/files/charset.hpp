#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cli {

enum class Charset { Utf8, Gb18030 };

/// True if the bytes are well-formed UTF-8 (no overlong form, no surrogate, nothing beyond U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// The character set that the lines of a sample speak for; nothing if it is all ASCII. One damaged line does not turn
/// a UTF-8 file into a GB18030 one.
[[nodiscard]] std::optional<Charset> guess_charset(std::string_view sample);

/// Turns the bytes of one file into UTF-8. Where the sample did not tell, the first text that is not ASCII decides.
class Decoder {
 public:
  explicit Decoder(std::optional<Charset> charset) : charset_(charset) {}
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  /// False if the bytes are not text in the file's character set; `text` is then as it was. Throws engine::Error where
  /// the system has no GB18030 table.
  [[nodiscard]] bool decode(std::string& text);
  [[nodiscard]] std::optional<Charset> charset() const { return charset_; }

 private:
  [[nodiscard]] bool from_gb18030(std::string& text);

  std::optional<Charset> charset_;
  void* table_ = nullptr;  // iconv_t
};

}  // namespace cli
