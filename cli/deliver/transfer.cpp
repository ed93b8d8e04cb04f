#include "cli/deliver/transfer.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/socket.h>

namespace cli {
namespace {

using engine::mark;

constexpr long limit_ms = 5000;

struct Failure {
  CURLcode code;
  const char* sentence;  // {0}: the library's own words
};

constexpr const char* any_failure = mark("it could not be handed over ({0})");
constexpr const char* refused = mark("the receiver refused it ({0})");
constexpr const char* broken_off = mark("the connection to the receiver broke off ({0})");
constexpr const char* not_trusted = mark("the certificate of the receiver is not accepted ({0})");

constexpr std::array failures{
    Failure{CURLE_COULDNT_RESOLVE_HOST, mark("the name of the receiver is not known in the network ({0})")},
    Failure{CURLE_COULDNT_RESOLVE_PROXY, mark("the name of the proxy is not known in the network ({0})")},
    Failure{CURLE_COULDNT_CONNECT, mark("the receiver cannot be reached ({0})")},
    Failure{CURLE_OPERATION_TIMEDOUT, mark("the receiver did not answer in time ({0})")},
    Failure{CURLE_PEER_FAILED_VERIFICATION, not_trusted},
    Failure{CURLE_SSL_ISSUER_ERROR, not_trusted},
    Failure{CURLE_SSL_CACERT_BADFILE, mark("the list of trusted certificates of this machine cannot be read ({0})")},
    Failure{CURLE_SSL_CONNECT_ERROR, mark("no TLS connection to the receiver comes about ({0})")},
    Failure{CURLE_LOGIN_DENIED, mark("the receiver does not accept the name or the password ({0})")},
    Failure{CURLE_SEND_ERROR, broken_off},
    Failure{CURLE_RECV_ERROR, broken_off},
    Failure{CURLE_GOT_NOTHING, broken_off},
};

std::string in_words(CURLcode code, long status) {
  const auto* found = std::ranges::find(failures, code, &Failure::code);
  const char* sentence = found == failures.end() ? any_failure : found->sentence;
  // A mail server that says no to a sender or a receiver looks like a fault of sending.
  constexpr long first_refusal = 400;
  if (sentence == broken_off && status >= first_refusal)
    return fmt::format(fmt::runtime(refused), fmt::format("status {}", status));
  return fmt::format(fmt::runtime(sentence), curl().easy_strerror(code));
}

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
  if (code == CURLE_OK) return {};
  long status = 0;
  curl().easy_getinfo(transfer.get(), CURLINFO_RESPONSE_CODE, &status);
  return in_words(code, status);
}

}  // namespace cli
