#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <curl/curl.h>

namespace cli {

struct CloseTransfer {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Transfer = std::unique_ptr<CURL, CloseTransfer>;
using TextList = std::unique_ptr<curl_slist, CloseTransfer>;

/// A transfer with the limits that hold for all of them; throws engine::Error if there is none to be had.
[[nodiscard]] Transfer make_transfer(const std::string& url, const char* protocols);
void append(TextList& list, const std::string& text);
/// Runs it; gives why it failed, empty if it did not.
[[nodiscard]] std::string run_transfer(CURL* handle);

}  // namespace cli
