// The board: kept for whoever asks next, and never older than the last change.
#include "tests/web/an_office.hpp"

#include <catch2/catch.hpp>

using nlohmann::json;
using web::AnOffice;
using web::json_of;

namespace {

json board_for(AnOffice& office, const web::Browser& browser, const std::string& query = {}) {
  const auto answer = office.get(browser, "/api/v1/board" + query);
  REQUIRE(answer.status() == 200);
  return json_of(answer);
}

void receive(AnOffice& office, const web::Browser& browser, const std::string& id) {
  const auto answer = office.post(browser, "/api/v1/cases/" + id + "/steps/receive", {{"fields", json::object()}}, "1");
  INFO(answer.bytes());
  REQUIRE(answer.status() == 200);
}

/// The board when some time has passed.
json after(AnOffice& office, const web::Browser& browser, std::chrono::seconds time) {
  office.clock.at += time;
  return board_for(office, browser);
}

}  // namespace

TEST_CASE("the board shows a change at once to whoever has looked in the same second") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  CHECK(board_for(office, wang)["waiting"].size() == 1);
  office.arrive(wang);
  CHECK(board_for(office, wang)["waiting"].size() == 2);
  receive(office, wang, id);
  const auto board = board_for(office, wang);
  CHECK(board["waiting"].size() == 1);
  CHECK(board["summary"]["reception"]["on_time"] == 1);
}

TEST_CASE("a board that nothing has moved turns amber and red by itself, and tells the time it is asked") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  office.arrive(wang);
  CHECK(board_for(office, wang)["rows"][0]["light"] == "green");
  CHECK(after(office, wang, std::chrono::minutes(20))["rows"][0]["light"] == "amber");
  const auto last = after(office, wang, std::chrono::minutes(10));
  CHECK(last["rows"][0]["remaining_seconds"] == 0);
  CHECK(last["summary"]["reception"]["overdue"] == 0);
  const auto late = after(office, wang, std::chrono::seconds(1));
  CHECK(late["as_of"] == "2020-05-20T10:30:01+08:00");
  CHECK(late["rows"][0]["light"] == "red");
  CHECK(late["lights"] == json{{"red", 1}, {"amber", 0}, {"green", 0}});
  CHECK(late["summary"]["reception"] == json{{"on_time", 0}, {"late", 0}, {"open", 0}, {"overdue", 1}});
}

TEST_CASE("a board whose clock was set back shows what it showed then") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  office.arrive(wang);
  const auto then = board_for(office, wang);
  CHECK(after(office, wang, std::chrono::minutes(25))["lights"]["amber"] == 1);
  CHECK(after(office, wang, -std::chrono::minutes(25)) == then);
}

TEST_CASE("who sees less is never given the board of who sees more, nor another language or filter") {
  AnOffice office;
  const auto wang = office.signed_in("wang"), sun = office.signed_in("sun"), chief = office.signed_in("chief");
  office.arrive(wang);
  CHECK(board_for(office, wang)["rows"].size() == 1);
  CHECK(board_for(office, sun)["rows"].empty());
  CHECK(board_for(office, wang, "?light=red")["rows"].empty());
  CHECK(board_for(office, wang, "?lang=zh_CN")["rows"][0]["deadline_label"] !=
        board_for(office, wang)["rows"][0]["deadline_label"]);
  CHECK(board_for(office, wang)["rows"].size() == 1);
}

TEST_CASE("a renamed person is shown by the new name although no case has moved") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  receive(office, wang, office.arrive(wang));
  const auto name = [&] { return board_for(office, wang)["holders"][0]["name"]; };
  CHECK(name() == "王某");
  office.store.write([](engine::Writing& writing) {
    auto person = writing.people().front();
    for (auto& each : writing.people())
      if (each.id == "wang") person = each;
    person.name = "王某某";
    writing.put_person(person);
  });
  CHECK(name() == "王某某");
}

TEST_CASE("a crowded hall is listed up to a bound, and the others are counted") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  for (int n = 0; n < 503; ++n) office.arrive(wang);
  const auto board = board_for(office, wang);
  CHECK(board["waiting"].size() == 500);
  CHECK(board["waiting_more"] == 3);
  CHECK(board["rows"].size() == 500);
  CHECK(board["more"] == 3);
  CHECK(board["lights"]["green"] == 503);
}

TEST_CASE("the board lists the hand-offs of one receiver when asked for them") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  receive(office, wang, id);
  const auto answer = office.post(wang, "/api/v1/cases/" + id + "/steps/offer",
                                  {{"fields", {{"to", "boss"}, {"why", "hard"}, {"reason", "双方争议大"}}}}, "2");
  INFO(answer.bytes());
  REQUIRE(answer.status() == 200);
  CHECK(board_for(office, wang)["hand_offs"].size() == 1);
  CHECK(board_for(office, wang, "?to=boss")["hand_offs"].size() == 1);
  CHECK(board_for(office, wang, "?to=wang")["hand_offs"].empty());
}
