#include "cli/deliver/curl_library.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <dlfcn.h>

namespace cli {
namespace {

[[noreturn]] void refuse() {
  throw engine::Error(
      engine::Error::Kind::Fault, "no_transfer",
      engine::mark("the library that sends messages (libcurl.so.4) cannot be loaded; install libcurl4"));
}

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) refuse();
}

CurlLibrary load() {
  void* library = ::dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) refuse();
  CurlLibrary found{};
  find(library, "curl_easy_init", found.easy_init);
  find(library, "curl_easy_setopt", found.easy_setopt);
  find(library, "curl_easy_perform", found.easy_perform);
  find(library, "curl_easy_getinfo", found.easy_getinfo);
  find(library, "curl_easy_strerror", found.easy_strerror);
  find(library, "curl_easy_cleanup", found.easy_cleanup);
  find(library, "curl_slist_append", found.slist_append);
  find(library, "curl_slist_free_all", found.slist_free_all);
  find(library, "curl_mime_init", found.mime_init);
  find(library, "curl_mime_free", found.mime_free);
  find(library, "curl_mime_addpart", found.mime_addpart);
  find(library, "curl_mime_data", found.mime_data);
  find(library, "curl_mime_type", found.mime_type);
  find(library, "curl_mime_encoder", found.mime_encoder);
  decltype(&::curl_global_init) begin = nullptr;
  find(library, "curl_global_init", begin);
  if (begin(CURL_GLOBAL_DEFAULT) != CURLE_OK) refuse();
  return found;
}

}  // namespace

const CurlLibrary& curl() {
  static const CurlLibrary library = load();
  return library;
}

}  // namespace cli
