#pragma once

#include "cli/deliver/curl_library.hpp"

#include <memory>
#include <stop_token>
#include <string>

namespace cli {

struct CloseTransfer {
  void operator()(CURL* handle) const { curl().easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl().slist_free_all(list); }
  void operator()(curl_mime* mime) const { curl().mime_free(mime); }
};
using Transfer = std::unique_ptr<CURL, CloseTransfer>;
using TextList = std::unique_ptr<curl_slist, CloseTransfer>;

/// A transfer with the limits that hold for all of them: 5 s, no redirection, nothing to a link-local address whatever
/// name it hides behind. Throws engine::Error if there is none to be had.
[[nodiscard]] Transfer make_transfer(const std::string& url, const char* protocols);
template <class Value>
void set(const Transfer& transfer, CURLoption option, Value value) {
  curl().easy_setopt(transfer.get(), option, value);
}
void append(TextList& list, const std::string& text);
/// Runs it; gives why it failed as an English sentence of the catalogue with the library's own words in it, empty if it
/// did not. Within a second of `stop` it is given up.
[[nodiscard]] std::string run_transfer(const Transfer& transfer, const std::stop_token& stop);

}  // namespace cli
