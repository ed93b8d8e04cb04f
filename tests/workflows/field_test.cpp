#include "engine/error.hpp"
#include "engine/json.hpp"
#include "workflows/field_table.hpp"
#include "workflows/told.hpp"
#include "workflows/utf8.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace workflows;
using Json = nlohmann::json;

namespace {

std::string fault(Event event, const Json& fields) {
  const auto read = read_fields(event, fields);
  const auto* bad = std::get_if<BadField>(&read);
  return bad ? std::string(bad->code) + " " + std::string(bad->name) : "";
}

const Json note{{"text", "记"}};

}  // namespace

TEST_CASE("a field is refused by name: unknown, missing, of the wrong type, too long, not text") {
  CHECK(fault(Event::Note, note).empty());
  for (const EventSpec& spec : event_specs())
    CHECK(fault(spec.event, {{"late_reason", 5}}) == "bad_field late_reason");  // every step takes it
  CHECK(fault(Event::Note, Json::object()) == "missing_field text");
  CHECK(fault(Event::Note, {{"text", "a"}, {"colour", "red"}}) == "unknown_field colour");
  CHECK(fault(Event::Note, {{"text", 5}}) == "bad_field text");
  CHECK(fault(Event::Note, {{"text", ""}}) == "blank text");
  CHECK(fault(Event::Note, {{"text", std::string(20'001, 'x')}}) == "too_long text");
  CHECK(fault(Event::Note, {{"text", std::string(20'000, 'x')}}).empty());
  CHECK(fault(Event::Note, {{"text", std::string(10'000'000, 'x')}}) == "too_long text");
  CHECK(fault(Event::Note, {{"text", std::string("a\0b", 3)}}) == "bad_text text");
  CHECK(fault(Event::Note, {{"text", "\xC0\x80"}}) == "bad_text text");
  CHECK(fault(Event::Note, Json::array()) == "bad_field fields");
  CHECK(fault(Event::Arrive, {{"channel", "visit"}, {"party", "张某某"}, {"about", "x"}, {"number", "1"}}) ==
        "unknown_field number");
  CHECK(fault(Event::Arrive, {{"channel", "pigeon"}, {"party", "张某某"}, {"about", "x"}}) == "bad_field channel");
  CHECK(fault(Event::Sort, {{"duplicate_checked", "yes"}}) == "bad_field duplicate_checked");
  CHECK(fault(Event::Answer, {{"question_no", -1}, {"answer", "x"}}) == "bad_field question_no");
  CHECK(fault(Event::Schedule, {{"at", "2026-05-20 09:00"}}) == "bad_field at");
  CHECK(fault(Event::Schedule, {{"at", "2026-05-20T09:00:00+08:00"}}).empty());
}

TEST_CASE("characters are counted, not bytes; what is no UTF-8 is not counted") {
  CHECK(count_characters("矛调") == 2);
  CHECK(count_characters("😀a") == 2);
  for (const char* bad : {"\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80", "\xFF", "\xE7\x9F"})
    CHECK_FALSE(count_characters(bad));
}

TEST_CASE("fields read back from history are what was told, escaped or not") {
  const Json fields{{"channel", "walk-in"}, {"party", "张\"某\"某"},
                    {"about", "一\n二"},    {"respondents", {"李某", "王某"}},
                    {"amount", 500},        {"emergency", true}};
  const std::string text = fields.dump();
  for (const std::string& stored : {text, fields.dump(1)}) {
    const Told told = reread_fields(Event::Arrive, stored);
    CHECK(told.text(Field::Party) == "张\"某\"某");
    CHECK(told.text(Field::About) == "一\n二");
    CHECK(told.list(Field::Respondents).size() == 2);
    CHECK(told.number(Field::Amount) == 500);
    CHECK(told.is(Field::Emergency));
  }
  CHECK_THROWS_AS(reread_fields(Event::Note, "{\"text\":"), engine::Error);
  CHECK_NOTHROW(reread_fields(Event::Note, "{\"later\":1.5}"));
}

TEST_CASE("reading told fields and rereading them from history agree for any text") {
  CHECK(rc::check("same slots", [](const std::string& raw) {
    const Json fields{{"text", raw}};
    const auto read = read_fields(Event::Note, fields);
    if (!std::holds_alternative<Told>(read)) return;
    const std::string stored = fields.dump();
    RC_ASSERT(reread_fields(Event::Note, stored).text(Field::Text) == std::get<Told>(read).text(Field::Text));
  }));
}

TEST_CASE("no step takes more fields than are kept, and every field has words") {
  for (const EventSpec& spec : event_specs()) {
    CHECK(spec.fields.size() <= 20);
    for (const FieldSpec& field : spec.fields) {
      CHECK_FALSE(field.name.empty());
      CHECK(std::string_view(field.en).size() > 2);
      CHECK((field.type != FieldType::Choice || field.choices.find('|') != std::string_view::npos));
    }
  }
}
