#include "workflows/words/fault_words.hpp"

#include "workflows/words/composed_sentences.hpp"
#include "workflows/words/message_file.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace workflows {
namespace {

struct Fit {
  std::vector<std::string> args;
  std::size_t fixed = 0;  // bytes of the id that are no placeholder: the more, the better it fits
};

constexpr std::size_t place_size = 3;  // {0}

bool is_place(std::string_view id, std::size_t at) {
  return at + 2 < id.size() && id[at] == '{' && id[at + 1] >= '0' && id[at + 1] <= '9' && id[at + 2] == '}';
}

std::size_t next_place(std::string_view id, std::size_t from) {
  for (std::size_t at = id.find('{', from); at != std::string_view::npos; at = id.find('{', at + 1)) {
    if (is_place(id, at)) return at;
  }
  return id.size();
}

// Only ids whose placeholders are filled in their order are recognised: {0} before {1}, each once.
std::optional<Fit> fit_of(std::string_view id, std::string_view sentence) {
  Fit fit;
  std::size_t at = next_place(id, 0);
  if (sentence.substr(0, at) != id.substr(0, at)) return std::nullopt;
  fit.fixed = at;
  sentence.remove_prefix(at);
  while (at < id.size()) {
    if (static_cast<std::size_t>(id[at + 1] - '0') != fit.args.size()) return std::nullopt;
    const auto from = at + place_size;
    at = next_place(id, from);
    const auto literal = id.substr(from, at - from);
    const auto end = at == id.size()
                         ? (sentence.ends_with(literal) ? sentence.size() - literal.size() : std::string::npos)
                         : sentence.find(literal);
    if (end == std::string_view::npos) return std::nullopt;
    fit.args.emplace_back(sentence.substr(0, end));
    fit.fixed += literal.size();
    sentence.remove_prefix(end + literal.size());
  }
  return sentence.empty() ? std::optional(fit) : std::nullopt;
}

}  // namespace

std::string fault_words(const Language& language, std::string_view english) {
  if (!language.chinese()) return std::string(english);
  const auto plain = language.translate(english);
  if (plain != english) return plain;
  std::optional<Fit> best;
  std::string words;
  const auto consider = [&](std::string_view id) {
    auto fit = fit_of(id, english);
    if (!fit || fit->fixed < 8 || (best && best->fixed >= fit->fixed)) return;
    best = std::move(fit);
    words = language.translate(id);
  };
  std::ranges::for_each(composed_sentences(), consider);
  each_message([&](std::string_view id, std::string_view) { consider(id); });
  return best ? fill(words, best->args) : std::string(english);
}

}  // namespace workflows
