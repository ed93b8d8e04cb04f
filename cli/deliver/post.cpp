#include "cli/deliver/post.hpp"

#include "cli/deliver/mail.hpp"
#include "cli/deliver/transfer.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace cli {
namespace {

constexpr std::size_t answer_most = 65'536;

std::size_t take_answer(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& answer = *static_cast<std::string*>(into);
  if (answer.size() + size * count > answer_most) return 0;  // ends the transfer
  answer.append(bytes, size * count);
  return size * count;
}

bool may_go_to(const engine::Channel& channel, const std::vector<std::string>& hosts) {
  const auto host = engine::host_of(channel.url);
  return !host.empty() &&
         (host == engine::host_of(engine::official_url(channel.kind)) || std::ranges::find(hosts, host) != hosts.end());
}

std::string post(const engine::Channel& channel, const engine::PostRequest& request, const std::stop_token& stop) {
  const Transfer transfer = make_transfer(request.url, "http,https");
  TextList headers;
  for (const auto& header : request.headers) append(headers, header);
  std::string answer;
  set(transfer, CURLOPT_HTTPHEADER, headers.get());
  set(transfer, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
  set(transfer, CURLOPT_POSTFIELDS, request.body.c_str());
  set(transfer, CURLOPT_WRITEFUNCTION, &take_answer);
  set(transfer, CURLOPT_WRITEDATA, &answer);
  if (auto failure = run_transfer(transfer, stop); !failure.empty()) return failure;
  long status = 0;
  curl().easy_getinfo(transfer.get(), CURLINFO_RESPONSE_CODE, &status);
  return engine::post_failure(channel.kind, status, answer);
}

}  // namespace

std::string post_letter(const engine::Channel& channel, std::string_view secret, const engine::Letter& letter,
                        engine::Instant now, const std::vector<std::string>& hosts, const std::stop_token& stop) {
  if (!may_go_to(channel, hosts)) return engine::mark("the host is not on the list of those allowed");
  if (channel.kind == "smtp") return send_mail(channel, secret, letter, stop);
  return post(channel, engine::post_request(channel, secret, letter, now), stop);
}

}  // namespace cli
