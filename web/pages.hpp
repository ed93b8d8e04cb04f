#pragma once

#include "web/http/message.hpp"

#include <span>
#include <string>
#include <string_view>

namespace web {

/// One file of the pages, as built and linked into the program.
struct Page {
  std::string_view url;  // "/" or "/assets/NAME-HASH.js"
  std::string_view type;
  std::string_view plain, zipped;  // gzip
  std::string_view hash;           // of the plain bytes
};

/// All that was built in; empty in a program built without pages.
class Pages {
 public:
  explicit Pages(std::span<const Page> pages) : pages_(pages) {}

  /// Null if there is none.
  [[nodiscard]] const Page* find(std::string_view url) const;
  /// The bytes, zipped where the client takes that; 304 where the client has them. A name with a hash is kept for ever.
  [[nodiscard]] static Answer answer(const Page& page, const Request& request);

 private:
  std::span<const Page> pages_;
};

/// The pages built into this program.
[[nodiscard]] std::span<const Page> built_in_pages();

}  // namespace web
