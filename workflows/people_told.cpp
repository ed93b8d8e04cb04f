#include "workflows/people_told.hpp"

#include "engine/mark.hpp"
#include "engine/roster.hpp"
#include "workflows/field.hpp"
#include "workflows/witness.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace workflows {
namespace {

using engine::Person;

const Person* only_one_called(std::string_view name, Instant at, const std::vector<Person>& people) {
  const auto called = [&](const Person& person) { return person.name == name && in_term(person, at); };
  const auto first = std::ranges::find_if(people, called);
  if (first == people.end()) return nullptr;
  return std::any_of(std::next(first), people.end(), called) ? nullptr : &*first;
}

/// The fields of the step that name somebody who is not on the roster by that word.
template <class Visit>
void each_unknown(const Told& told, const std::vector<Person>& people, Visit&& visit) {
  for (const FieldSpec& spec : fields_of(told.event)) {
    const auto name = spec.type == FieldType::Person ? told.text(spec.field) : std::string_view{};
    if (!name.empty() && find_person(people, name) == nullptr) visit(spec, name);
  }
}

}  // namespace

std::vector<engine::Added> name_people(Told& told, const std::vector<Person>& people) {
  std::vector<engine::Added> ids;
  each_unknown(told, people, [&](const FieldSpec& spec, std::string_view name) {
    const Person* person = only_one_called(name, told.at, people);
    if (person == nullptr) return;
    told.rename(spec.field, person->id);
    ids.push_back({std::string(spec.name), person->id});
  });
  return ids;
}

std::optional<engine::Refusal> unknown_person(const Told& told, const Facts& facts, const std::vector<Person>& people) {
  std::optional<engine::Refusal> refusal;
  if (told.assumed) return refusal;
  each_unknown(told, people, [&](const FieldSpec& spec, std::string_view name) {
    if (refusal) return;
    refusal = engine::Refusal{engine::Refusal::Kind::Field,
                              "unknown_person",
                              engine::mark("{0}: nobody on the roster is called {1}; name the person by id, or by a "
                                           "name that only one has"),
                              {std::string(spec.name), std::string(name)},
                              {},
                              facts.number,
                              {}};
  });
  return refusal;
}

}  // namespace workflows
