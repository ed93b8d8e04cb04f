#include "workflows/words/language.hpp"

#include <cstddef>
#include <vector>

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

extern "C" {
extern const char maotiao_zh_cn_begin[];
extern const char maotiao_zh_cn_end[];
}

namespace workflows {
namespace {

std::vector<char> embedded(const std::string& file, const std::string&) {
  if (file.find("zh_CN") == std::string::npos) return {};
  return {maotiao_zh_cn_begin, maotiao_zh_cn_end};
}

std::locale chinese_words() {
  boost::locale::gnu_gettext::messages_info info;
  info.language = "zh";
  info.country = "CN";
  info.encoding = "UTF-8";
  info.paths.emplace_back("");
  info.domains.emplace_back("maotiao");
  info.callback = embedded;
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

}  // namespace

std::string fill(std::string_view text, const std::vector<std::string>& args) {
  std::string result(text);
  for (std::size_t at = result.find('{'); at != std::string::npos; at = result.find('{', at)) {
    const bool place =
        at + 2 < result.size() && result[at + 2] == '}' && result[at + 1] >= '0' && result[at + 1] <= '9';
    const auto index = place ? static_cast<std::size_t>(result[at + 1] - '0') : args.size();
    if (index >= args.size()) {
      ++at;
      continue;
    }
    result.replace(at, 3, args[index]);
    at += args[index].size();
  }
  return result;
}

std::string Language::translate(std::string_view message) const {
  if (name_ != "zh_CN" || message.empty()) return std::string(message);
  static const std::locale words = chinese_words();
  return boost::locale::translate(std::string(message)).str(words);
}

}  // namespace workflows
