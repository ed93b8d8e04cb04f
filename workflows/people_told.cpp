#include "workflows/people_told.hpp"

#include "engine/mark.hpp"
#include "engine/roster.hpp"
#include "workflows/field.hpp"
#include "workflows/witness.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace workflows {
namespace {

using engine::Person;

const Person* only_one_called(std::string_view name, Instant at, const std::vector<Person>& people) {
  const auto called = [&](const Person& person) { return person.name == name && in_term(person, at); };
  const auto first = std::ranges::find_if(people, called);
  if (first == people.end()) return nullptr;
  return std::any_of(std::next(first), people.end(), called) ? nullptr : &*first;
}

auto people_fields(Event event) {
  return fields_of(event) | std::views::filter([](const FieldSpec& spec) { return spec.type == FieldType::Person; });
}

}  // namespace

std::vector<engine::Added> name_people(Told& told, const std::vector<Person>& people) {
  std::vector<engine::Added> ids;
  for (const FieldSpec& spec : people_fields(told.event)) {
    const auto name = told.text(spec.field);
    if (name.empty() || find_person(people, name) != nullptr) continue;
    const Person* person = only_one_called(name, told.at, people);
    if (person == nullptr) continue;
    told.rename(spec.field, person->id);
    ids.push_back({std::string(spec.name), person->id});
  }
  return ids;
}

std::optional<engine::Refusal> unknown_person(const Told& told, const Facts& facts, const std::vector<Person>& people) {
  if (told.assumed) return {};
  for (const FieldSpec& spec : people_fields(told.event)) {
    const auto name = told.text(spec.field);
    if (name.empty() || find_person(people, name) != nullptr) continue;
    return engine::Refusal{engine::Refusal::Kind::Field,
                           "unknown_person",
                           engine::mark("{0}: nobody on the roster is called {1}; name the person by id, or by a name "
                                        "that only one has"),
                           {std::string(spec.name), std::string(name)},
                           {},
                           facts.number,
                           {}};
  }
  return {};
}

}  // namespace workflows
