#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/centre_check.hpp"
#include "workflows/answers/centre_json.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"action", "list|add|change|end", mark("list (also when left out), add, change, or end the term")},
      {"person", "PERSON", mark("the id of the person: a short word")},
      {"--name", "NAME", mark("name")},
      {"--login", "LOGIN", mark("login name on this machine")},
      {"--centre", "CENTRE", mark("the centre they belong to")},
      {"--unit", "UNIT", mark("department or committee")},
      {"--attendance", "resident|rotating|on_call",
       mark("how they attend the centre; rotating with its days of duty: rotating:mon,thu or rotating:2026-05-20")},
      {"--role", "ROLE", mark("a role"), Option::Need::Many},
      {"--head", "", mark("head of the unit: where a silent offer falls"), Option::Need::Optional, true},
      {"--from", "T", mark("the term begins")},
      {"--until", "T", mark("the term ends")},
  };
}

using workflows::person_json;

std::string roles_text(const Language& language, const engine::Person& person) {
  std::string text;
  for (const auto& role : person.roles) {
    if (!text.empty()) text += language.chinese() ? "、" : ", ";
    text += role_word(language, role);
  }
  return text;
}

void print_table(Session& session, const engine::World& world) {
  const auto& language = session.language();
  std::vector<std::vector<std::string>> rows;
  for (const auto& person : world.people()) {
    rows.push_back({person.id, person.name, person.centre, person.unit, roles_text(language, person),
                    person.until ? at_words(*person.until, world.site_of(person.centre).zone()) : ""});
  }
  session.out().write(draw_table(
      {language.translate(mark("Id")), language.translate(mark("Name")), language.translate(mark("Centre")),
       language.translate(mark("Unit")), language.translate(mark("Roles")), language.translate(mark("Until"))},
      rows));
}

int list(Session& session) {
  static_cast<void>(session.actor());  // only who is on the roster may read it
  session.read([&](engine::Reading&, const engine::World& world) {
    if (!session.json()) return print_table(session, world);
    auto people = nlohmann::json::array();
    for (const auto& person : world.people()) {
      people.push_back(person_json(person, world.site_of(person.centre).zone()));
    }
    session.print({{"people", people}});
  });
  return exit_done;
}

void take(const Arguments& arguments, std::string_view option, std::string& into) {
  into = arguments.text_or(option, into);
}

void take(const Arguments& arguments, std::string_view option, const engine::Zone& zone,
          std::optional<engine::Instant>& into) {
  if (const auto told = arguments.text(option)) into = engine::parse_instant(*told, zone);
}

engine::Person with_words(engine::Person person, const Arguments& arguments, const engine::Zone& zone) {
  take(arguments, "--name", person.name);
  take(arguments, "--login", person.login);
  take(arguments, "--centre", person.centre);
  take(arguments, "--unit", person.unit);
  take(arguments, "--attendance", person.attendance);
  if (arguments.has("--role")) person.roles = arguments.all("--role");
  if (arguments.has("--head")) person.head = arguments.text("--head") == "yes";
  take(arguments, "--from", zone, person.from);
  take(arguments, "--until", zone, person.until);
  return person;
}

engine::Person changed(Session& session, const engine::World& world, const Arguments& arguments) {
  const auto id = arguments.text_or("person", "");
  const auto action = arguments.text_or("action", "");
  const auto* known = world.person(id);
  if (action == "add" && known != nullptr) throw wrong_words(mark("person {0} is there already: `people change`"), id);
  if (action != "add" && known == nullptr) {
    throw Fault(engine::Error::Kind::NotFound, "no_such_person", mark("there is no person \"{0}\""), id);
  }
  engine::Person person = known == nullptr ? engine::Person{} : *known;
  person.id = id;
  if (action == "add") person.centre = session.actor().centre;
  const auto zone = world.site_of(person.centre).zone();
  if (action == "end") person.until = session.desk().now();
  return with_words(std::move(person), arguments, zone);
}

/// What still waits for somebody who has left: a supervisor hands it on.
std::vector<std::string> cases_of(Session& session, const std::string& person) {
  std::vector<std::string> numbers;
  engine::CaseFilter held;
  held.holder = person;
  session.read([&](engine::Reading& reading, const engine::World&) {
    reading.each_case(held, [&](const engine::CaseRecord& record) {
      numbers.push_back(record.number);
      return true;
    });
  });
  return numbers;
}

void say_ended(Session& session, const engine::Person& person) {
  constexpr std::size_t most_shown = 20;
  auto& out = session.out();
  out.line(session.say(mark("{0} ({1}) is in service until {2}"), person.name, person.id,
                       at_words(*person.until, session.zone_of(person.centre))));
  const auto numbers = cases_of(session, person.id);
  if (numbers.empty()) return;
  out.line(session.say(mark("Open cases still held: {0}"), numbers.size()));
  for (std::size_t i = 0; i < std::min(most_shown, numbers.size()); ++i) out.line("  " + numbers[i]);
  if (numbers.size() > most_shown)
    out.line(session.say(mark("  and {0} more; `maotiao list` shows them"), numbers.size() - most_shown));
  out.line(session.say(mark("Next: the director gives each to somebody: `maotiao designate {0} --to PERSON`"),
                       numbers.front()));
}

void say_changed(Session& session, const engine::Person& person) {
  session.out().line(session.say(mark("{0} ({1}) is on the roster of {2}: {3}"), person.name, person.id, person.centre,
                                 roles_text(session.language(), person)));
}

int change(Session& session, const Arguments& arguments) {
  if (const auto exit = session.denied("people")) return *exit;
  engine::Person person;
  session.read([&](engine::Reading&, const engine::World& world) {
    person = changed(session, world, arguments);
    workflows::check_person(person, world.centres());
  });
  if (const auto refusal = session.desk().denied_person(session.actor(), person)) return session.refuse(*refusal);
  session.store().write([&](engine::Writing& writing) { writing.put_person(person); });
  if (session.json()) {
    session.print(person_json(person, session.zone_of(person.centre)));
  } else if (arguments.text_or("action", "") == "end") {
    say_ended(session, person);
  } else {
    say_changed(session, person);
  }
  return exit_done;
}

int run(Session& session, const Arguments& arguments) {
  const auto action = arguments.text_or("action", "list");
  if (action == "list") return list(session);
  if (action == "add" || action == "change" || action == "end") return change(session, arguments);
  throw wrong_words(mark("there is no action \"{0}\": {1}"), action, "list add change end");
}

}  // namespace

const Command people_command{options, "people add chen --name 陈某某 --role mediator --centre town", run};

}  // namespace cli
