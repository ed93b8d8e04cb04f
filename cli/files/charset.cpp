#include "cli/files/charset.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <algorithm>

#include <iconv.h>
#include <utf8proc.h>

namespace cli {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

iconv_t open_gb18030() {
  const auto table = iconv_open("UTF-8", "GB18030");
  // iconv reports failure as (iconv_t)-1
  if (table == reinterpret_cast<iconv_t>(-1))
    throw engine::Error(engine::Error::Kind::Fault, "no_gb18030",
                        engine::mark("this system has no table for GB18030; save the file as UTF-8"));
  return table;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
  auto left = static_cast<utf8proc_ssize_t>(bytes.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const auto length = *at < 0x80 ? 1 : utf8proc_iterate(at, left, &code_point);
    if (length < 1) return false;
    at += length;
    left -= length;
  }
  return true;
}

std::optional<Charset> guess_charset(std::string_view sample) {
  int utf8 = 0;
  int other = 0;
  while (!sample.empty()) {
    const auto end = std::min(sample.find('\n'), sample.size());
    const auto line = sample.substr(0, end);
    const bool cut = end == sample.size();  // the last line of a sample may end within a character
    if (!is_ascii(line) && !cut) ++(is_utf8(line) ? utf8 : other);
    sample.remove_prefix(std::min(end + 1, sample.size()));
  }
  if (utf8 + other == 0) return std::nullopt;
  return utf8 >= other ? Charset::Utf8 : Charset::Gb18030;
}

Decoder::~Decoder() {
  if (table_ != nullptr) iconv_close(table_);
}

bool Decoder::decode(std::string& text) {
  if (is_ascii(text)) return true;
  if (!charset_) charset_ = is_utf8(text) ? Charset::Utf8 : Charset::Gb18030;
  return *charset_ == Charset::Utf8 ? is_utf8(text) : from_gb18030(text);
}

bool Decoder::from_gb18030(std::string& text) {
  if (table_ == nullptr) table_ = open_gb18030();
  std::string utf8(text.size() * 2, '\0');  // two bytes become three, four become at most four
  auto* in = text.data();
  auto* out = utf8.data();
  auto in_left = text.size();
  auto out_left = utf8.size();
  iconv(table_, nullptr, nullptr, nullptr, nullptr);
  if (iconv(table_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1) || in_left != 0) return false;
  utf8.resize(utf8.size() - out_left);
  text = std::move(utf8);
  return true;
}

}  // namespace cli
