#include "cli/deliver/transfer.hpp"

#include "engine/error.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>

namespace cli {
namespace {

constexpr long limit_ms = 5000;

bool is_link_local(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    const auto ip = ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr);
    return ip >> 16U == 0xA9FEU;
  }
  return address.sa_family == AF_INET6 &&
         IN6_IS_ADDR_LINKLOCAL(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
}

curl_socket_t open_socket(void*, curlsocktype, curl_sockaddr* address) {
  if (is_link_local(address->addr)) return CURL_SOCKET_BAD;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int go_on(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

}  // namespace

Transfer make_transfer(const std::string& url, const char* protocols) {
  Transfer transfer(curl().easy_init());
  if (!transfer) throw engine::Error(engine::Error::Kind::Fault, "no_transfer", "the transfer library does not start");
  set(transfer, CURLOPT_URL, url.c_str());
  set(transfer, CURLOPT_PROTOCOLS_STR, protocols);
  set(transfer, CURLOPT_TIMEOUT_MS, limit_ms);
  set(transfer, CURLOPT_NOSIGNAL, 1L);
  set(transfer, CURLOPT_QUICK_EXIT, 1L);
  set(transfer, CURLOPT_FOLLOWLOCATION, 0L);
  set(transfer, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  return transfer;
}

void append(TextList& list, const std::string& text) {
  curl_slist* longer = curl().slist_append(list.get(), text.c_str());
  if (longer == nullptr) throw engine::Error(engine::Error::Kind::Fault, "no_transfer", "there is no memory left");
  static_cast<void>(list.release());
  list.reset(longer);
}

std::string run_transfer(const Transfer& transfer, const std::stop_token& stop) {
  set(transfer, CURLOPT_NOPROGRESS, 0L);
  set(transfer, CURLOPT_XFERINFOFUNCTION, &go_on);
  set(transfer, CURLOPT_XFERINFODATA, &stop);
  const CURLcode code = curl().easy_perform(transfer.get());
  return code == CURLE_OK ? std::string() : curl().easy_strerror(code);
}

}  // namespace cli
