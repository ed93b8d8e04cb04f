#include "engine/json.hpp"
#include "workflows/draw.hpp"
#include "workflows/event.hpp"
#include "workflows/state.hpp"

#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

TEST_CASE("docs/process.md is what the tables say; the target process_docs writes it anew") {
  std::ifstream file(std::string(MAOTIAO_DOCS) + "/process.md", std::ios::binary);
  REQUIRE(file);
  std::stringstream committed;
  committed << file.rdbuf();
  CHECK(committed.str() == workflows::process_page());
}

TEST_CASE("every drawing names every state and every event") {
  for (const std::string_view format : workflows::drawing_formats) {
    const auto drawing = workflows::draw(format);
    REQUIRE(drawing);
    for (const auto& line : workflows::states()) CHECK(drawing->find(line.name) != std::string::npos);
  }
  for (const auto& line : workflows::events()) CHECK(workflows::draw("matrix")->find(line.name) != std::string::npos);
  CHECK(nlohmann::json::parse(*workflows::draw("json"))["rows"].size() > 100);
  CHECK_FALSE(workflows::draw("crayon"));
}
