#include "cli/deliver/transfer.hpp"

#include "engine/error.hpp"

namespace cli {
namespace {

constexpr long limit_ms = 5000;

bool library_is_ready() {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return ready;
}

}  // namespace

Transfer make_transfer(const std::string& url, const char* protocols) {
  Transfer handle(library_is_ready() ? curl_easy_init() : nullptr);
  if (!handle) throw engine::Error(engine::Error::Kind::Fault, "no_transfer", "the transfer library does not start");
  curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, protocols);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, limit_ms);
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_FOLLOWLOCATION, 0L);
  return handle;
}

void append(TextList& list, const std::string& text) {
  curl_slist* longer = curl_slist_append(list.get(), text.c_str());
  if (longer == nullptr) throw engine::Error(engine::Error::Kind::Fault, "no_transfer", "there is no memory left");
  static_cast<void>(list.release());
  list.reset(longer);
}

std::string run_transfer(CURL* handle) {
  const CURLcode code = curl_easy_perform(handle);
  return code == CURLE_OK ? std::string() : curl_easy_strerror(code);
}

}  // namespace cli
