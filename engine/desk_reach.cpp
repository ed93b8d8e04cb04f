#include "engine/desk.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace engine {
namespace {

/// A centre of no name stands for all: what belongs to none of them belongs to who reaches each.
bool acts_at(const Process& process, const Actor& actor, std::string_view centre, const World& world) {
  const auto reached = [&](std::string_view id) {
    return process.reaches(actor, Purpose::Acting, id, world.centres());
  };
  if (!centre.empty()) return reached(centre);
  return std::all_of(world.centres().begin(), world.centres().end(),
                     [&](const Centre& each) { return reached(each.id); });
}

bool gives_more_than_the_own(const Process& process, const Actor& actor, const Person& wanted, const World& world) {
  const Actor made{wanted.id, wanted.centre, wanted.roles};
  return std::any_of(world.centres().begin(), world.centres().end(), [&](const Centre& each) {
    const auto reached = [&](Purpose purpose) { return process.reaches(made, purpose, each.id, world.centres()); };
    return (reached(Purpose::Reading) || reached(Purpose::Acting)) && !acts_at(process, actor, each.id, world);
  });
}

}  // namespace

Refusal Desk::beyond_reach(const Actor& actor, std::string_view command, const char* message, std::string_view about) {
  store_.write([&](Writing& writing) {
    writing.note_attempt({actor.person, std::string(command), {}, "beyond_reach " + std::string(about), now()});
  });
  return {Refusal::Kind::NotPermitted, "beyond_reach", message, {actor.person, std::string(about)}, {}, {}, {}};
}

std::optional<Refusal> Desk::denied_at(const Actor& actor, std::string_view command, std::string_view centre) {
  bool reached = false;
  store_.read([&](Reading& reading) { reached = acts_at(process_, actor, centre, *world(reading)); });
  if (reached) return {};
  return beyond_reach(actor, command, mark("{0} has no say in centre {1}; the attempt has been recorded"), centre);
}

std::optional<Refusal> Desk::denied_person(const Actor& actor, const Person& wanted) {
  bool reached = false, more = false;
  store_.read([&](Reading& reading) {
    const auto roster = world(reading);
    const Person* known = roster->person(wanted.id);
    reached = acts_at(process_, actor, wanted.centre, *roster) &&
              (known == nullptr || acts_at(process_, actor, known->centre, *roster));
    more = gives_more_than_the_own(process_, actor, wanted, *roster);
  });
  if (!reached)
    return beyond_reach(actor, "people", mark("{0} has no say in centre {1}; the attempt has been recorded"),
                        wanted.centre);
  if (more)
    return beyond_reach(
        actor, "people",
        mark("{0} cannot give {1} a role that reaches further than the own; the attempt has been recorded"), wanted.id);
  return {};
}

}  // namespace engine
