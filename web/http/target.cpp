#include "web/http/target.hpp"

#include "workflows/words/characters.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace web {
namespace {

constexpr std::size_t longest_target = 8 * 1024;
constexpr std::size_t most_parts = 32;

bool plain(std::string_view text) { return !workflows::first_bad_byte(text); }

bool is_segment(std::string_view text) {
  return plain(text) && text != "." && text != ".." && text.find('/') == std::string_view::npos;
}

}  // namespace

bool read_target(std::string_view target, Request& request) {
  if (target.size() > longest_target) return false;
  const auto parsed = boost::urls::parse_origin_form({target.data(), target.size()});
  if (!parsed) return false;
  for (const auto& segment : parsed->segments()) {
    std::string text(segment.begin(), segment.end());
    if (!is_segment(text) || request.path.size() == most_parts) return false;
    if (!text.empty()) request.path.push_back(std::move(text));
  }
  for (const auto& param : parsed->params()) {
    std::string name(param.key.begin(), param.key.end());
    std::string value(param.value.begin(), param.value.end());
    if (!plain(name) || !plain(value) || request.query.size() == most_parts) return false;
    request.query.emplace_back(std::move(name), std::move(value));
  }
  return true;
}

}  // namespace web
