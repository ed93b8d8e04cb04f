#include "engine/json.hpp"
#include "workflows/b_code.hpp"
#include "workflows/channel.hpp"
#include "workflows/dispute_record.hpp"
#include "workflows/event.hpp"
#include "workflows/field.hpp"
#include "workflows/kind.hpp"

#include <fstream>
#include <set>

#include <catch2/catch.hpp>

using namespace workflows;

TEST_CASE("each of the 18 statistical types has a fine type, and its own words find one") {
  std::set<std::string_view> used;
  for (const Kind& kind : kinds()) used.insert(kind.a);
  for (const std::string_view type : a_types()) {
    CHECK(used.count(type) == 1);
    const Kind* kind = find_kind(type);
    INFO(type);
    REQUIRE(kind);
    CHECK(kind->a == type);
  }
}

TEST_CASE("a word that could be several types is left to sorting") {
  CHECK(find_kind("房产土地纠纷") == nullptr);
  CHECK(find_kind("消费旅游纠纷") == nullptr);
  CHECK(find_kind("") == nullptr);
  CHECK(find_kind("遗产继承纠纷")->code == "inheritance");
}

TEST_CASE("the types of the outside disputes are known or left to sorting") {
  std::ifstream file(std::string(MAOTIAO_SHARED_DATA) + "/disputes.jsonl");
  if (!file) {
    WARN("no outside data here: skipped");
    return;
  }
  int known = 0, left = 0;
  for (std::string line; std::getline(file, line);)
    ++(find_kind(nlohmann::json::parse(line)["type"].get<std::string>()) ? known : left);
  CHECK(known > left);
}

TEST_CASE("every way in has a source, and the words of a ledger find theirs") {
  CHECK(sources().size() == 8);
  CHECK(channels().size() == 16);
  for (const char* word : {"online", "walk-in", "letter", "phone", "department", "来访", "来电", "8890"})
    CHECK(find_channel(word));
  CHECK_FALSE(find_channel("pigeon"));
}

TEST_CASE("every fine type has a code of taxonomy B that has words") {
  for (const Kind& kind : kinds()) {
    INFO(kind.code << " " << kind.b);
    CHECK_FALSE(b_name(kind.b).empty());
  }
  CHECK(b_name("0103") == "分家与继承");
  CHECK(b_name("0199") == "婚恋家庭");
  CHECK(b_name("77").empty());
}

TEST_CASE("the fields of a GB/T 31000 record come from steps that have them") {
  for (const RecordField& line : dispute_record()) {
    const auto dot = line.from.find('.');
    if (line.from.empty() || line.from.substr(0, dot) == "case") continue;
    const auto event = event_named(line.from.substr(0, dot));
    INFO(line.from);
    REQUIRE(event);
    const auto fields = fields_of(*event);
    CHECK(std::any_of(fields.begin(), fields.end(),
                      [&](const FieldSpec& field) { return field.name == line.from.substr(dot + 1); }));
  }
}
