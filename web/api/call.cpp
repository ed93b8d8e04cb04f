#include "web/api/call.hpp"

#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "workflows/answers/case_name.hpp"
#include "workflows/words/fault.hpp"

namespace web {
namespace {
using engine::mark;
using workflows::wrong_words;

constexpr int deepest = 64;

nlohmann::json parsed(const std::string& text) {
  bool too_deep = false;
  const auto within = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  auto value = nlohmann::json::parse(text, within, false);
  if (too_deep || !value.is_object()) throw wrong_words(mark("the body must be a JSON object"));
  return value;
}

/// Who guesses numbers learns nothing from how long the answer takes: a case of others is noted as an attempt, and
/// where there is none as much is written. Neither is answered otherwise if it cannot be written.
void note_missed(const Call& call, std::string_view action, const std::string& hidden) try {
  auto& desk = call.office.desk;
  if (!hidden.empty()) return desk.note_unseen(call.viewer.actor, action, hidden);
  desk.store().write([](engine::Writing& writing) { writing.take_number("asked_in_vain"); });
} catch (const engine::Error& error) {
  if (call.office.log) call.office.log(error.what());
}

}  // namespace

std::string View::person_name(std::string_view id) const {
  const auto* person = world.person(id);
  return person == nullptr ? std::string(id) : person->name;
}

std::string View::centre_name(std::string_view id) const {
  const auto* centre = world.centre(id);
  return centre == nullptr ? std::string(id) : centre->name;
}

void look(const Call& call, const std::function<void(View&)>& work) {
  auto& desk = call.office.desk;
  desk.store().read([&](engine::Reading& reading) {
    const auto world = desk.world(reading);
    auto sight = desk.sight(reading, call.viewer.actor);
    View view{reading, *world, sight};
    work(view);
  });
}

engine::CaseRecord named_case(const Call& call, std::size_t n, std::string_view action) {
  return find_case(call, call.named.at(n), action);
}

engine::CaseRecord find_case(const Call& call, const std::string& word, std::string_view action) {
  workflows::NamedCase found;
  look(call,
       [&](View& view) { found = workflows::case_named(view.reading, view.world, word, view.sight, call.now()); });
  if (found.seen) return *std::move(found.seen);
  note_missed(call, action, found.hidden);
  workflows::no_such_case(word, found);
}

Answer ok(const nlohmann::json& value) {
  return Answer().body(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), "application/json");
}

nlohmann::json body_of(const Request& request) {
  if (!request.header("Content-Type").starts_with("application/json"))
    throw wrong_words(mark("the body must be sent as application/json"));
  return parsed(request.body);
}

}  // namespace web
