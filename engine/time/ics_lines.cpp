#include "engine/time/ics_lines.hpp"

#include <algorithm>
#include <cctype>

namespace engine {
namespace {

constexpr std::size_t longest_line = 4096;

/// How many bytes the UTF-8 character at the front has; 0 when it is not one.
std::size_t character_at(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : (lead & 0xF0U) == 0xE0      ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || length > bytes.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return 0;
  }
  const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool beyond = (lead == 0xED && byte(1) >= 0xA0) || (lead == 0xF4 && byte(1) >= 0x90);
  return overlong || beyond ? 0 : length;
}

std::string without_escapes(std::string_view value) {
  std::string plain;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      plain += value[i];
    } else {
      const char escaped = value[++i];
      plain += escaped == 'n' || escaped == 'N' ? ' ' : escaped;
    }
  }
  return plain;
}

/// The colon that ends name and parameters: the first one outside quotes.
std::size_t value_start(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return i;
  }
  return std::string_view::npos;
}

std::string upper(std::string_view text) {
  std::string raised(text);
  std::transform(raised.begin(), raised.end(), raised.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return raised;
}

}  // namespace

IcsLines::IcsLines(std::string_view bytes) : rest_(bytes) {
  if (rest_.substr(0, 3) == "\xEF\xBB\xBF") rest_.remove_prefix(3);
}

std::string_view IcsLines::physical() {
  const auto end = rest_.find('\n');
  std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::optional<IcsLine> IcsLines::next() {
  while (!rest_.empty()) {
    std::string line(physical().substr(0, longest_line));
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
      const auto folded = physical().substr(1);
      if (line.size() + folded.size() <= longest_line) line += folded;
    }
    const auto colon = value_start(line);
    if (colon == std::string::npos) continue;
    const std::string_view head = std::string_view(line).substr(0, colon);
    const auto semicolon = std::min(head.find(';'), head.size());
    return IcsLine{upper(head.substr(0, semicolon)), upper(head.substr(semicolon)),
                   without_escapes(line.substr(colon + 1))};
  }
  return {};
}

std::string clean_text(std::string_view bytes, std::size_t limit) {
  std::string clean;
  while (!bytes.empty()) {
    const std::size_t length = character_at(bytes);
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::string_view character = length == 0                     ? "?"
                                       : first < 0x20 || first == 0x7F ? " "
                                                                       : bytes.substr(0, length);
    if (clean.size() + character.size() > limit) break;
    clean += character;
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return clean;
}

}  // namespace engine
