#include "tests/fuzz/a_window.hpp"

#include "engine/json.hpp"
#include "tests/fuzz/law.hpp"

#include <algorithm>

namespace fuzz {
namespace {

constexpr std::string_view first_password = "the first phrase of all", password = "a long made-up phrase";

nlohmann::json arrival(std::string_view about) { return {{"channel", "visit"}, {"party", "张某某"}, {"about", about}}; }

void put_in(std::string& text, std::string_view word, std::string_view value) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + value.size()))
    text.replace(at, word.size(), value);
}

}  // namespace

AWindow::AWindow() {
  held_ = town.step("li", "", "arrive", arrival("漏水"));
  static_cast<void>(town.step("li", held_, "receive", nlohmann::json::object()));
  arrived_ = town.step("li", "", "arrive", arrival("欠薪"));
  far_ = town.step("sun", "", "arrive", arrival(secret));
  sign_in();
  town.store.keep();
}

void AWindow::sign_in() {
  const auto now = town.desk.now();
  const engine::Place place{"127.0.0.1"};
  law(!accounts.set_password(town.desk.actor("li").value(), "li", first_password, now), "a first password is set");
  const auto in = std::get<engine::Signed>(accounts.sign_in("li", first_password, place, now));
  const auto own = std::get<engine::Signed>(accounts.change_password(in.token, first_password, password, place, now));
  me_ = own.token;
  csrf_ = own.session.csrf;
}

void AWindow::fill_in(web::Request& request) const {
  if (request.header("Cookie").empty() && request.header("Authorization").empty())
    request.headers.push_back({"Cookie", "maotiao_session=@me"});
  if (request.header("X-CSRF-Token").empty()) request.headers.push_back({"X-CSRF-Token", "@csrf"});
  const auto each = [&](std::string& text) {
    put_in(text, "@me", me_);
    put_in(text, "@csrf", csrf_);
    put_in(text, "@case", held_);
    put_in(text, "@new", arrived_);
    put_in(text, "@far", far_);
  };
  std::ranges::for_each(request.path, each);
  for (auto& header : request.headers) each(header.value);
  each(request.body);
}

}  // namespace fuzz
