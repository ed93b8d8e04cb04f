#include "engine/check.hpp"
#include "engine/desk.hpp"
#include "engine/time/text.hpp"
#include "storage/memory_store.hpp"
#include "workflows/dispute_process.hpp"
#include "workflows/event.hpp"
#include "workflows/permission_page.hpp"
#include "workflows/reach.hpp"
#include "workflows/roles.hpp"

#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

using namespace workflows;

namespace {

class StandingClock : public engine::Clock {
 public:
  [[nodiscard]] engine::Instant now() const override { return at; }
  engine::Instant at = engine::parse_instant("2020-05-20T10:00:00+08:00", engine::Zone::utc());
};

engine::Centre centre(std::string id, std::string parent) {
  return {id, id, parent.empty() ? "town" : "village", parent, id + "〔{year}〕{number:04}号", id + "({year}){number}",
          ""};
}

engine::Person person(std::string id, std::string at, std::vector<std::string> roles) {
  engine::Person made;
  made.id = made.name = std::move(id);
  made.centre = std::move(at);
  made.unit = "hall";
  made.roles = std::move(roles);
  return made;
}

/// Two towns, one with two villages, a case in each centre, and in each centre one person for each role.
class County {
 public:
  County() {
    store.write([&](engine::Writing& writing) {
      for (const auto& [id, parent] : places) writing.put_centre(centre(id, parent));
      for (const auto& [id, parent] : places) {
        writing.put_person(person("front-" + id, id, {"receptionist"}));
        for (const RoleWords& role : roles())
          writing.put_person(person(std::string(role.name) + "-" + id, id, {std::string(role.name)}));
      }
    });
    for (const auto& [id, parent] : places) cases.emplace(id, arrive(id));
  }

  [[nodiscard]] engine::Actor actor(std::string_view role, const std::string& at) {
    return desk.actor(std::string(role) + "-" + at).value();
  }

  engine::Answer tell(const engine::Actor& actor, const std::string& id, std::string_view event) {
    engine::Happening happening;
    happening.event = event;
    happening.actor = actor;
    happening.occurred_at = clock.at;
    return desk.tell(id, happening);
  }

  std::size_t attempts() {
    std::size_t found = 0;
    store.read([&](engine::Reading& reading) { found = reading.attempts().size(); });
    return found;
  }

  std::string arrive(const std::string& at) {
    engine::Happening happening;
    happening.event = "arrive";
    happening.fields = {{"channel", "visit"}, {"party", "张某某"}, {"about", "欠薪"}};
    happening.actor = actor("front", at);
    happening.occurred_at = clock.at;
    const auto answer = desk.tell("", happening);
    if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) FAIL(refusal->code);
    return std::get<engine::Done>(answer).record.id;
  }

  const std::vector<std::pair<std::string, std::string>> places{
      {"town", ""}, {"v01", "town"}, {"v02", "town"}, {"other", ""}};
  std::map<std::string, std::string> cases;
  StandingClock clock;
  storage::MemoryStore store;
  std::unique_ptr<engine::Process> process = make_dispute_process();
  engine::Desk desk{store, *process, clock};
};

/// What the documentation promises, said a second time without the code under test.
bool in_reach(Reach reach, const std::string& own, const std::string& at) {
  const bool below = own == "town" && at != "other";
  return own == at || reach == Reach::All || (reach == Reach::Below && below);
}

}  // namespace

TEST_CASE("every role meets every step in the own, a lower, a higher and a foreign centre as the table says") {
  for (const RoleWords& role : roles()) {
    County county;
    for (const std::string own : {"town", "v01"})
      for (const auto& [at, parent] : county.places) {
        const auto actor = county.actor(role.name, own);
        const auto before = county.attempts();
        std::size_t refused = 0;
        for (const EventWords& event : events()) {
          if (event.event == Event::Arrive) continue;
          INFO(role.name << " of " << own << " tells " << event.name << " of a case in " << at);
          const auto answer = county.tell(actor, county.cases.at(at), event.name);
          const auto* refusal = std::get_if<engine::Refusal>(&answer);
          const bool seen = in_reach(role.reads, own, at);
          const bool may = permitted(actor.roles, event.name) && in_reach(role.acts, own, at);
          if (!seen) {
            REQUIRE(refusal != nullptr);
            CHECK(refusal->code == "no_such_case");
          } else if (may) {
            CHECK((refusal == nullptr || refusal->kind != engine::Refusal::Kind::NotPermitted));
          } else {
            REQUIRE(refusal != nullptr);
            CHECK(refusal->kind == engine::Refusal::Kind::NotPermitted);
          }
          refused += seen && may ? 0 : 1;
          if (refusal == nullptr) county.cases.at(at) = county.arrive(at);  // it has moved on
        }
        INFO("a refusal is recorded as an attempt, and nothing else is");
        CHECK(county.attempts() - before == refused);
      }
  }
}

TEST_CASE("every role sees the cases of its reach and no other, one by one as in the whole") {
  County county;
  for (const RoleWords& role : roles())
    for (const std::string own : {"town", "v01"})
      county.store.read([&](engine::Reading& reading) {
        const auto sight = county.desk.sight(reading, county.actor(role.name, own));
        CHECK(sight.everything() == (role.reads == Reach::All));
        for (const auto& [at, parent] : county.places) {
          INFO(role.name << " of " << own << " looks at " << at);
          CHECK(sight.centre(at) == in_reach(role.reads, own, at));
          CHECK(sight.sees(*reading.find_case(county.cases.at(at))) == in_reach(role.reads, own, at));
        }
      });
}

TEST_CASE("the refusal of a case of others is word for word that of a case that is not there") {
  County county;
  const auto stranger = county.actor("mediator", "v01");
  const auto hidden = county.tell(stranger, county.cases.at("v02"), "note");
  const auto absent = county.tell(stranger, "no such id", "note");
  auto first = std::get<engine::Refusal>(hidden), second = std::get<engine::Refusal>(absent);
  CHECK(first.code == second.code);
  CHECK(std::string(first.message) == second.message);
  CHECK(first.kind == second.kind);
  CHECK(first.args == std::vector<std::string>{county.cases.at("v02")});  // nothing but what was asked
  CHECK(first.case_number == county.cases.at("v02"));
}

TEST_CASE("whoever has a part in a case reaches it wherever it is, the head of the unit it is offered to as well") {
  std::vector<engine::Person> people{person("far", "v01", {"liaison"}), person("chief", "v01", {"liaison"}),
                                     person("clerk", "v01", {"liaison"})};
  people[1].head = true;
  Facts facts;
  CHECK_FALSE(concerned("far", facts, people));
  facts.offer.to = "far";
  CHECK(concerned("far", facts, people));
  CHECK(concerned("chief", facts, people));
  CHECK_FALSE(concerned("clerk", facts, people));
  facts = {};
  facts.tasks.push_back({"hall", "far", "look", TaskStatus::Open});
  CHECK(concerned("far", facts, people));
  facts = {};
  facts.questions.push_back({"when?", "far"});
  CHECK(concerned("far", facts, people));
  CHECK_FALSE(concerned("clerk", facts, people));
  facts = {};
  facts.mediators = {"far"};
  CHECK(concerned("far", facts, people));
  facts = {};
  facts.responsible = "far";
  CHECK(concerned("far", facts, people));
  facts = {};
  facts.holder = "far";
  CHECK(concerned("far", facts, people));
}

TEST_CASE("nobody without a role reaches anything, not even at home") {
  const std::vector<engine::Centre> centres{centre("town", "")};
  CHECK_FALSE(reaches({"li", "town", {}}, engine::Purpose::Reading, "town", centres));
  CHECK_FALSE(reaches({"li", "town", {"no such role"}}, engine::Purpose::Acting, "other", centres));
}

TEST_CASE("the check counts and shows only what its reader reaches") {
  County county;
  county.clock.at += std::chrono::hours(2);
  const auto village = county.actor("village_mediator", "v01");
  const auto report = engine::check_now(county.desk, &village);
  CHECK(report.open_cases == 1);
  CHECK(report.overdue.size() == 1);
  CHECK(report.summary.at("reception").overdue == 1);
  CHECK(report.summary.at("reception").open == 0);
  const auto director = county.actor("director", "town");
  CHECK(engine::check_now(county.desk, &director).overdue.size() == 3);
  CHECK(engine::check_now(county.desk, &director).open_cases == 3);
  const auto auditor = county.actor("auditor", "v01");
  CHECK(engine::check_now(county.desk, &auditor).overdue.size() == 4);
  const auto past = engine::check_at(county.desk, county.clock.at, engine::AsOf::Occurred, &village);
  CHECK(past.open_cases == 1);
  CHECK(past.overdue.size() == 1);
}

TEST_CASE("nobody changes the roster beyond the own reach, nor gives a role that reaches further") {
  County county;
  const auto village = county.actor("administrator", "v01"), town = county.actor("administrator", "town");
  const auto code = [&](const engine::Actor& by, engine::Person wanted) {
    const auto refusal = county.desk.denied_person(by, wanted);
    return refusal ? refusal->code : "";
  };
  CHECK(code(village, person("new", "v01", {"village_mediator"})).empty());
  CHECK(code(village, person("new", "v01", {"auditor"})) == "beyond_reach");
  CHECK(code(village, person("new", "town", {"mediator"})) == "beyond_reach");
  CHECK(code(village, person("mediator-town", "v01", {"mediator"})) == "beyond_reach");
  CHECK(code(town, person("new", "v02", {"director"})).empty());
  CHECK(code(town, person("new", "other", {"mediator"})) == "beyond_reach");
  CHECK(code(town, person("new", "town", {"auditor"})) == "beyond_reach");  // it would see the other town
  CHECK_FALSE(county.desk.denied_at(town, "sites", "v01"));
  CHECK(county.desk.denied_at(village, "sites", "town"));
  CHECK(county.desk.denied_at(town, "sites", ""));
  CHECK(county.attempts() == 7);
}

TEST_CASE("docs/permissions.md is what the table says; the target permission_docs writes it anew") {
  std::ifstream file(std::string(MAOTIAO_DOCS) + "/permissions.md", std::ios::binary);
  REQUIRE(file);
  std::stringstream committed;
  committed << file.rdbuf();
  CHECK(committed.str() == permission_page());
}

TEST_CASE("the page of permissions names every action that somebody has, in both languages") {
  const auto page = permission_page();
  for (const std::string_view action : actions()) {
    if (roles_for(action).empty()) continue;
    INFO(action);
    CHECK(page.find("`" + std::string(action) + "`: ") != std::string::npos);
  }
}
