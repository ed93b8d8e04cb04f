#include "engine/accounts/password_rules.hpp"

#include "engine/mark.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace engine {
namespace {

// What is tried first wherever passwords are guessed, with ten characters or more; shorter ones are refused anyway.
constexpr std::string_view worst[] = {
    "1234567890",   "0123456789",   "12345678910",   "123456789a",  "a123456789",   "1234567890a",   "0987654321",
    "1q2w3e4r5t",   "1qaz2wsx3edc", "qwertyuiop",    "qwerty12345", "qwerty123456", "password12",    "password123",
    "password1234", "passw0rd123",  "administrator", "admin12345",  "admin123456",  "admin@12345",   "abc1234567",
    "abcd123456",   "abcdefghij",   "iloveyou123",   "woaini1314",  "woaini520",    "woaini1314520", "5201314520",
    "1314520520",   "wang123456",   "zhang123456",   "asdfghjkl1",  "zxcvbnm123",   "letmein123",    "welcome123",
    "changeme123",  "maotiao123",   "maotiao123456", "xiaozhan123", "xiaozhan2020",
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return out;
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool is_one_letter(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [&](char letter) { return letter == text.front(); });
}

bool is_among_the_worst(const std::string& password) {
  return std::find(std::begin(worst), std::end(worst), password) != std::end(worst) || is_one_letter(password);
}

bool is_own_name(const std::string& password, const Person& person) {
  for (const std::string& name : {person.login, person.id, person.name}) {
    const auto own = lower(name);
    if (!own.empty() && (password == own || password == own + own)) return true;
  }
  return false;
}

Refusal refusal(const char* code, const char* message, std::vector<std::string> args = {}) {
  return {Refusal::Kind::Field, code, message, std::move(args), {}, {}, {}};
}

}  // namespace

std::optional<Refusal> refused_password(std::string_view password, const Person& person, const AccountPolicy& policy) {
  const auto length = characters(password);
  if (length < policy.shortest_password)
    return refusal("password_too_short", mark("the password is too short: it needs at least {0} characters"),
                   {std::to_string(policy.shortest_password)});
  if (length > policy.longest_password)
    return refusal("password_too_long", mark("the password is too long: at most {0} characters are taken"),
                   {std::to_string(policy.longest_password)});
  const auto plain = lower(password);
  if (is_own_name(plain, person))
    return refusal("password_is_login", mark("the password must not be the login or the name; choose another"));
  if (is_among_the_worst(plain))
    return refusal("password_too_common", mark("this password is among the first that are guessed; choose another"));
  return {};
}

}  // namespace engine
