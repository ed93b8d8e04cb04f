#include "workflows/ledger_time.hpp"

#include "engine/time/text.hpp"

#include <array>
#include <charconv>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace workflows {
namespace {

struct Sign {
  std::string_view written;
  char means;
};

constexpr std::array<Sign, 11> signs{{{"年", '-'},
                                      {"月", '-'},
                                      {"日", ' '},
                                      {"号", ' '},
                                      {"时", ':'},
                                      {"点", ':'},
                                      {"分", ':'},
                                      {"秒", ' '},
                                      {"：", ':'},
                                      {"\u3000", ' '},
                                      {"\u00A0", ' '}}};

void replace_all(std::string& text, std::string_view written, char means) {
  for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at))
    text.replace(at, written.size(), 1, means);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// The numbers that stand between `separator`s; nothing if anything else stands there.
std::vector<int> numbers(std::string_view text, char separator) {
  std::vector<int> found;
  const auto* at = text.data();
  const auto* const end = at + text.size();
  while (at != end) {
    int number = 0;
    const auto [after, fault] = std::from_chars(at, end, number);
    if (fault != std::errc{} || number < 0 || (after != end && *after != separator)) return {};
    found.push_back(number);
    at = after == end ? end : after + 1;
  }
  return found;
}

/// "2026/5/20 9:00" and "2026年5月20日 9时" in the strict form, with zeros; empty if it is neither.
std::string strict(std::string_view written) {
  std::string text(written);
  for (const auto& sign : signs) replace_all(text, sign.written, sign.means);
  const auto gap = text.find(' ');
  if (gap == std::string::npos) return {};
  auto date_text = text.substr(0, gap);
  for (const std::string_view separator : {"/", "."}) replace_all(date_text, separator, '-');
  const auto date = numbers(date_text, '-');
  const auto time_text = trimmed(std::string_view(text).substr(gap));
  if (time_text.find(':') == std::string_view::npos) return {};
  auto time = numbers(time_text, ':');
  if (date.size() != 3 || date[0] < 1000 || date[1] > 12 || date[2] > 31 || time.empty() || time.size() > 3) return {};
  time.resize(3);
  if (time[0] > 23 || time[1] > 59 || time[2] > 59) return {};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", date[0], date[1], date[2], time[0], time[1], time[2]);
}

}  // namespace

std::optional<engine::Instant> ledger_instant(std::string_view text, const engine::Zone& zone) {
  text = trimmed(text);
  if (text.size() > 60) return {};
  if (const auto at = engine::try_parse_instant(text, zone)) return at;
  return engine::try_parse_instant(strict(text), zone);
}

}  // namespace workflows
