#include "web/pages.hpp"

#include <algorithm>

namespace web {

const Page* Pages::find(std::string_view url) const {
  const auto found = std::ranges::find(pages_, url, &Page::url);
  return found == pages_.end() ? nullptr : &*found;
}

Answer Pages::answer(const Page& page, const Request& request) {
  const auto tag = "\"" + std::string(page.hash) + "\"";
  const bool has_it = request.header("If-None-Match").find(tag) != std::string_view::npos;
  Answer answer(has_it ? 304 : 200);
  answer.set("ETag", tag);
  answer.set("Vary", "Accept-Encoding");
  answer.set("Cache-Control", page.url.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (has_it) return answer;
  const bool zips = request.header("Accept-Encoding").find("gzip") != std::string_view::npos;
  if (zips) answer.set("Content-Encoding", "gzip");
  answer.fixed(zips ? page.zipped : page.plain, page.type);
  return answer;
}

}  // namespace web
