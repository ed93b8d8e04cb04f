#include "tests/web/an_office.hpp"
#include "web/api/routes.hpp"
#include "workflows/field.hpp"
#include "workflows/roles.hpp"

#include <map>

#include <catch2/catch.hpp>

namespace web {
namespace {

using engine::Purpose;
using nlohmann::json;
using workflows::Reach;

/// What every wrong step has in common: it names a field that no step has, so that none is ever taken.
const json wrong_fields{{"fields", {{"no_such_field", "x"}}}};

/// A town, a village below it and another town, each with one case that nobody has received; and for each role a person
/// of the town who is signed in.
struct Cast {
  Cast() {
    office.store.write([&](engine::Writing& writing) {
      for (const auto& role : workflows::roles()) writing.put_person(person(std::string(role.name), "town", role.name));
      writing.put_person(person("vill", "v01", "village_mediator"));
    });
    for (const auto& role : workflows::roles())
      browsers[std::string(role.name)] = office.signed_in(std::string(role.name));
    cases = {{"own", office.arrive(browsers.at("receptionist"))},
             {"below", office.arrive(office.signed_in("vill"))},
             {"other", office.arrive(office.signed_in("sun"))}};
  }

  static engine::Person person(std::string id, std::string centre, std::string_view role) {
    engine::Person made;
    made.id = made.login = made.name = std::move(id);
    made.centre = std::move(centre);
    made.roles = {std::string(role)};
    return made;
  }

  /// Does a reach from the town go as far as the case of that place?
  static bool goes(Reach reach, const std::string& place) {
    return place == "own" || reach == Reach::All || (reach == Reach::Below && place == "below");
  }

  Answer ask(const std::string& role, std::string_view method, std::string target, const json& body) {
    auto asked = request(std::string(method), target, browsers.at(role));
    asked.headers.push_back({"Content-Type", "application/json"});
    asked.headers.push_back({"If-Match", "\"1\""});
    asked.body = body.dump();
    return office.ask(asked);
  }

  AnOffice office;
  std::map<std::string, Browser> browsers;
  std::map<std::string, std::string> cases;  // by place
};

std::string code_in(const Answer& answer) {
  const auto body = json::parse(answer.bytes(), nullptr, false);
  return body.is_object() ? body.value("code", "") : "";
}

std::string target_of(std::string_view path) {
  std::string text = "/api/v1/" + std::string(path);
  for (auto star = text.find('*'); star != std::string::npos; star = text.find('*')) text.replace(star, 1, "x");
  return text;
}

}  // namespace

TEST_CASE("every role is held to every row of the matrix: steps, on the own case, one below and another's") {
  Cast cast;
  for (const auto& role : workflows::roles()) {
    const std::string name(role.name);
    for (const auto& spec : workflows::event_specs()) {
      if (spec.system || spec.event == workflows::Event::Arrive) continue;
      for (const auto& [place, id] : cast.cases) {
        const auto answer =
            cast.ask(name, "POST", "/api/v1/cases/" + id + "/steps/" + std::string(spec.name), wrong_fields);
        std::string expected = "field";
        if (!Cast::goes(role.reads, place)) {
          expected = "no_such_case";
        } else if (!workflows::permitted({name}, spec.name)) {
          expected = "role";
        } else if (!Cast::goes(role.acts, place)) {
          expected = "other_centre";
        }
        const auto code = code_in(answer);
        const bool refused = code == "no_such_case" || code == "role" || code == "other_centre";
        if ((refused ? code : "field") == expected) continue;
        FAIL(name << " " << spec.name << " " << place << ": " << code << ", not " << expected);
      }
    }
    const bool arrives = workflows::permitted({name}, "arrive");
    CHECK((code_in(cast.ask(name, "POST", "/api/v1/cases", wrong_fields)) == "role") == !arrives);
  }
}

TEST_CASE("every role is held to every row of the matrix: readings of a case, the own, one below and another's") {
  Cast cast;
  for (const auto& role : workflows::roles()) {
    const std::string name(role.name);
    for (const auto& [place, id] : cast.cases) {
      for (const auto* part : {"", "/next", "/history", "/deadlines/reception/1"}) {
        INFO(name << " " << place << " " << part);
        const auto answer = cast.office.get(cast.browsers.at(name), "/api/v1/cases/" + id + part);
        CHECK(answer.status() == (Cast::goes(role.reads, place) ? 200 : 404));
      }
    }
    const auto listed = json_of(cast.office.get(cast.browsers.at(name), "/api/v1/cases"))["cases"];
    std::size_t reached = 0;
    for (const auto& [place, id] : cast.cases) reached += Cast::goes(role.reads, place) ? 1 : 0;
    INFO(name);
    CHECK(listed.size() == reached);
    CHECK(json_of(cast.office.get(cast.browsers.at(name), "/api/v1/board"))["waiting"].size() == reached);
  }
}

TEST_CASE("every role is held to every row of the matrix: all other commands") {
  Cast cast;
  for (const auto& route : routes()) {
    if (route.action.empty()) continue;
    for (const auto& role : workflows::roles()) {
      const std::string name(role.name);
      const auto before = route.method == "GET" ? json() : json::object();
      const auto answer = cast.ask(name, route.method, target_of(route.path), before);
      INFO(route.method << " " << route.path << " " << name << " " << answer.bytes().substr(0, 200));
      CHECK((answer.status() == 403) == !workflows::permitted({name}, route.action));
    }
  }
  for (const auto& role : workflows::roles()) {
    const std::string name(role.name);
    auto scrape = request("GET", "/metrics", cast.browsers.at(name));
    scrape.peer = "10.0.0.9";
    CHECK((cast.office.ask(scrape).status() == 403) == !workflows::permitted({name}, "metrics"));
  }
}

}  // namespace web
