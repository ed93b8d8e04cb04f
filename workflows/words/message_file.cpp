#include "workflows/words/message_file.hpp"

#include <cstdint>
#include <cstring>

extern "C" {
extern const char maotiao_zh_cn_begin[];
}

namespace workflows {
namespace {

// The GNU .mo format: a magic number, a revision, the count, then where the tables of lengths and places stand.
std::uint32_t word_at(std::size_t offset) {
  std::uint32_t word = 0;
  std::memcpy(&word, maotiao_zh_cn_begin + offset, sizeof word);
  return word;
}

std::string_view text_at(std::uint32_t table, std::uint32_t number) {
  const std::size_t entry = table + std::size_t{number} * 8;
  return {maotiao_zh_cn_begin + word_at(entry + 4), word_at(entry)};
}

}  // namespace

void each_message(const std::function<void(std::string_view id, std::string_view translation)>& visit) {
  const auto count = word_at(8);
  for (std::uint32_t number = 1; number < count; ++number) {  // the first is the heading
    visit(text_at(word_at(12), number), text_at(word_at(16), number));
  }
}

}  // namespace workflows
