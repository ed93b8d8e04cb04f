#include "web/api/language.hpp"

#include <algorithm>
#include <optional>

namespace web {
namespace {

constexpr std::string_view chinese = "zh_CN";
constexpr std::string_view english = "en";

std::optional<std::string_view> known(std::string_view word) {
  if (word.starts_with("zh")) return chinese;
  if (word.starts_with("en")) return english;
  return std::nullopt;
}

std::optional<std::string_view> accepted(std::string_view list) {
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    auto word = list.substr(0, end);
    word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
    if (const auto language = known(word)) return language;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return std::nullopt;
}

}  // namespace

workflows::Language language_of(const Request& request) {
  for (const auto told : {known(request.asked("lang")), known(request.cookie("maotiao_lang")),
                          accepted(request.header("Accept-Language"))})
    if (told) return workflows::Language(std::string(*told));
  return workflows::Language(std::string(chinese));
}

}  // namespace web
