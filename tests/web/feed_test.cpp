#include "engine/deliver/channels.hpp"
#include "engine/deliver/rows.hpp"
#include "tests/web/an_office.hpp"
#include "web/feed/calendar_text.hpp"

#include <catch2/catch.hpp>
#include <libical/ical.h>

namespace web {
namespace {

std::string token(AnOffice& office, const std::string& person, bool feed = true) {
  engine::TokenRow wanted;
  wanted.person = person;
  wanted.name = "phone";
  wanted.feed = feed;
  wanted.expires_at = office.clock.at + std::chrono::hours{24};
  const auto by = office.desk.actor(person == "sun" ? "chief" : "boss").value();
  return std::get<engine::Accounts::NewToken>(office.accounts.add_token(by, wanted, office.clock.at)).secret;
}

/// Every event of a calendar, as libical reads it back.
struct Event {
  std::string uid, summary, description;
  bool utc = false;
  icaltimetype start{};
};
std::vector<Event> events_in(const std::string& text, icalproperty_method& method) {
  icalcomponent* calendar = icalparser_parse_string(text.c_str());
  REQUIRE(calendar != nullptr);
  REQUIRE(icalcomponent_isa(calendar) == ICAL_VCALENDAR_COMPONENT);
  CHECK(icalcomponent_count_errors(calendar) == 0);
  method = icalcomponent_get_method(calendar);
  std::vector<Event> found;
  for (auto* at = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); at != nullptr;
       at = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    const auto start = icalcomponent_get_dtstart(at);
    found.push_back({icalcomponent_get_uid(at), icalcomponent_get_summary(at), icalcomponent_get_description(at),
                     icaltime_is_utc(start) != 0, start});
  }
  icalcomponent_free(calendar);
  return found;
}

}  // namespace

TEST_CASE("a calendar of limits is subscribed to by its token: the own reach, in UTC, without the parties") {
  AnOffice office;
  const auto id = office.arrive(office.signed_in("wang"));
  const auto secret = token(office, "wang");
  const auto answer = office.get({}, "/calendar/" + secret + ".ics");
  REQUIRE(answer.status() == 200);
  CHECK(answer.header("Content-Type") == "text/calendar; charset=utf-8");
  icalproperty_method method = ICAL_METHOD_NONE;
  const auto events = events_in(std::string(answer.bytes()), method);
  CHECK(method == ICAL_METHOD_PUBLISH);
  REQUIRE(events.size() == 1);
  CHECK(events[0].uid == id + ".reception.1@maotiao.invalid");
  CHECK(events[0].utc);
  CHECK(events[0].start.hour == 2);  // 10:30 in Shanghai
  CHECK(events[0].start.minute == 30);
  CHECK(events[0].summary == "town〔2020〕0001号 reception");
  const auto text = std::string(answer.bytes());
  CHECK(text.find("张某某") == std::string::npos);
  CHECK(text.find("欠薪") == std::string::npos);
  const auto others = office.get({}, "/calendar/" + token(office, "sun") + ".ics");
  CHECK(events_in(std::string(others.bytes()), method).empty());
}

TEST_CASE("a token for the calendar opens nothing else, and nothing else opens the calendar") {
  AnOffice office;
  const auto feed = token(office, "wang"), program = token(office, "wang", false);
  CHECK(office.get({}, "/calendar/" + program + ".ics").status() == 404);
  CHECK(office.get({}, "/calendar/none.ics").status() == 404);
  auto asked = request("GET", "/api/v1/board");
  asked.headers.push_back({"Authorization", "Bearer " + feed});
  CHECK(office.ask(asked).status() == 401);
  CHECK(office.ask(request("POST", "/calendar/" + feed + ".ics")).status() == 405);
  office.clock.at += std::chrono::hours{25};
  CHECK(office.get({}, "/calendar/" + feed + ".ics").status() == 404);
}

TEST_CASE("long lines are folded between characters and read back whole") {
  std::string name;
  for (int n = 0; n < 60; ++n) name += "矛盾，调解;";
  const std::vector<LimitEvent> events{{"a@b", engine::Instant{engine::Milliseconds{0}}, name, "one\ntwo, three"}};
  const auto text = calendar_text(name, events, engine::Instant{engine::Milliseconds{0}});
  for (std::size_t at = 0, end = text.find("\r\n"); end != std::string::npos;
       at = end + 2, end = text.find("\r\n", at)) {
    CHECK(end - at <= 75);
    CHECK((static_cast<unsigned char>(text[at + (text[at] == ' ' ? 1 : 0)]) & 0xC0U) != 0x80U);
  }
  icalproperty_method method = ICAL_METHOD_NONE;
  const auto back = events_in(text, method);
  REQUIRE(back.size() == 1);
  CHECK(back[0].summary == name);
  CHECK(back[0].description == "one\ntwo, three");
  CHECK(text.find("DTSTART:19700101T000000Z") != std::string::npos);
}

TEST_CASE("what was given up is seen and sent again by who looks after the centre") {
  using engine::Delivery;
  AnOffice office;
  engine::Channel chat;
  chat.name = "chat";
  chat.kind = "wecom";
  chat.url = "https://qyapi.weixin.qq.com";
  chat.secret_file = "/etc/maotiao/chat.key";
  chat.recipients = {"*", "role:supervisor", "zhao"};
  office.store.write([&](engine::Writing& writing) {
    engine::put_channels(writing, std::vector{chat});
    writing.post({"m1", "", "wang", "plan red", office.clock.at});
    writing.deliveries().put(
        {"m1", "chat", "m1", Delivery::State::Dead, 10, office.clock.at, office.clock.at, "HTTP 500"});
    writing.deliveries().close("m1", office.clock.at);
  });
  const auto zhao = office.signed_in("zhao"), wang = office.signed_in("wang");
  const auto shown = office.get(zhao, "/api/v1/deliveries");
  CHECK(json_of(shown)["channels"][0]["dead"] == 1);
  CHECK(json_of(shown)["channels"][0]["for_names"] == nlohmann::json{"everybody", "supervisor", "赵某"});
  CHECK(json_of(shown)["dead"][0]["id"] == "m1");
  CHECK(std::string(shown.bytes()).find("chat.key") == std::string::npos);
  CHECK(office.get(wang, "/api/v1/deliveries").status() == 403);
  CHECK(office.post(wang, "/api/v1/deliveries/m1/resend", nlohmann::json::object()).status() == 403);
  CHECK(office.post(zhao, "/api/v1/deliveries/m1/resend", nlohmann::json::object()).status() == 200);
  CHECK(office.post(zhao, "/api/v1/deliveries/m1/resend", nlohmann::json::object()).status() == 404);
  CHECK(json_of(office.get(zhao, "/api/v1/deliveries"))["channels"][0]["trying"] == 1);
}

}  // namespace web
