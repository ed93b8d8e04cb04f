#include "cli/deliver/mail.hpp"

#include "cli/deliver/transfer.hpp"
#include "engine/deliver/seal.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace cli {
namespace {

// An address goes into a header and into a command: nothing in it may end either.
bool is_address(std::string_view text) {
  return text.find('@') != std::string_view::npos && std::ranges::none_of(text, [](char c) {
           return static_cast<unsigned char>(c) <= 0x20U || c == '<' || c == '>' || c == 0x7F;
         });
}

void log_in(const Transfer& transfer, std::string_view secret) {
  const auto space = secret.find(' ');
  if (space == std::string_view::npos) return;
  const auto end = std::min(secret.find_first_of("\r\n"), secret.size());
  set(transfer, CURLOPT_USERNAME, std::string(secret.substr(0, space)).c_str());
  set(transfer, CURLOPT_PASSWORD, std::string(secret.substr(space + 1, end - space - 1)).c_str());
  set(transfer, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));  // never a password in the clear
}

TextList headers_of(const engine::Channel& channel, const engine::Letter& letter) {
  TextList headers;
  append(headers, "From: <" + channel.from + ">");
  append(headers, "To: <" + channel.to + ">");
  append(headers, "Subject: " + engine::mail_header(letter.subject));
  append(headers, "Message-ID: <" + letter.id + "@maotiao.invalid>");
  return headers;
}

}  // namespace

std::string send_mail(const engine::Channel& channel, std::string_view secret, const engine::Letter& letter,
                      const std::stop_token& stop) {
  if (!is_address(channel.from) || !is_address(channel.to)) return engine::mark("the mail address is none");
  const Transfer transfer = make_transfer(channel.url, "smtp,smtps");
  log_in(transfer, secret);
  const TextList headers = headers_of(channel, letter);
  TextList receivers;
  append(receivers, "<" + channel.to + ">");
  const std::unique_ptr<curl_mime, CloseTransfer> mime(curl().mime_init(transfer.get()));
  curl_mimepart* part = curl().mime_addpart(mime.get());
  curl().mime_data(part, letter.text.data(), letter.text.size());
  curl().mime_type(part, "text/plain; charset=utf-8");
  curl().mime_encoder(part, "base64");
  set(transfer, CURLOPT_MAIL_FROM, ("<" + channel.from + ">").c_str());
  set(transfer, CURLOPT_MAIL_RCPT, receivers.get());
  set(transfer, CURLOPT_HTTPHEADER, headers.get());
  set(transfer, CURLOPT_MIMEPOST, mime.get());
  return run_transfer(transfer, stop);
}

}  // namespace cli
