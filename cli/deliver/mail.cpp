#include "cli/deliver/mail.hpp"

#include "cli/deliver/transfer.hpp"
#include "engine/deliver/seal.hpp"

#include <algorithm>

namespace cli {
namespace {

// An address goes into a header and into a command: nothing in it may end either.
bool is_address(std::string_view text) {
  return text.find('@') != std::string_view::npos && std::ranges::none_of(text, [](char c) {
           return static_cast<unsigned char>(c) <= 0x20U || c == '<' || c == '>' || c == 0x7F;
         });
}

void log_in(CURL* handle, std::string_view secret) {
  const auto space = secret.find(' ');
  if (space == std::string_view::npos) return;
  const auto end = std::min(secret.find_first_of("\r\n"), secret.size());
  curl_easy_setopt(handle, CURLOPT_USERNAME, std::string(secret.substr(0, space)).c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, std::string(secret.substr(space + 1, end - space - 1)).c_str());
  curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));  // never a password in the clear
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

std::string send_mail(const engine::Channel& channel, std::string_view secret, const engine::Letter& letter) {
  if (!is_address(channel.from) || !is_address(channel.to)) return "the mail address is none";
  const Transfer handle = make_transfer(channel.url, "smtp,smtps");
  log_in(handle.get(), secret);
  const TextList headers = headers_of(channel, letter);
  TextList receivers;
  append(receivers, "<" + channel.to + ">");
  const std::unique_ptr<curl_mime, CloseTransfer> mime(curl_mime_init(handle.get()));
  curl_mimepart* part = curl_mime_addpart(mime.get());
  curl_mime_data(part, letter.text.data(), letter.text.size());
  curl_mime_type(part, "text/plain; charset=utf-8");
  curl_mime_encoder(part, "base64");
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, ("<" + channel.from + ">").c_str());
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, receivers.get());
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_MIMEPOST, mime.get());
  return run_transfer(handle.get());
}

}  // namespace cli
