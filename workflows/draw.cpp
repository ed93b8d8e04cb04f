#include "workflows/draw.hpp"

#include "engine/json.hpp"
#include "workflows/drawn_row.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace workflows {
namespace {

std::string shown(std::string_view state) { return state.empty() ? "[*]" : std::string(state); }

/// Moves between two places with everything that makes them, in the order of the table.
std::vector<std::pair<std::pair<std::string, std::string>, std::string>> moves(std::string_view table) {
  std::vector<std::pair<std::pair<std::string, std::string>, std::string>> found;
  for (const DrawnRow& row : drawn_rows()) {
    if (row.table != table || row.stays) continue;
    const std::pair<std::string, std::string> way{row.from, row.to};
    auto at = std::find_if(found.begin(), found.end(), [&](const auto& line) { return line.first == way; });
    const std::string word(name(row.event));
    if (at == found.end())
      found.emplace_back(way, word);
    else if ((", " + at->second + ", ").find(", " + word + ", ") == std::string::npos)
      at->second += ", " + word;
  }
  return found;
}

std::string mermaid() {
  std::string out = "stateDiagram-v2\n";
  for (const StateWords& line : states())
    if (!line.name.empty()) out += fmt::format("  {0} : {1} {0}\n", line.name, line.zh);
  for (const auto& [way, words] : moves("dispute"))
    out += fmt::format("  {} --> {} : {}\n", shown(way.first), shown(way.second), words);
  out += "  state custody {\n    [*] --> held : receive\n";
  for (const auto& [way, words] : moves("custody"))
    out += fmt::format("    {} --> {} : {}\n", way.first, way.second, words);
  return out + "  }\n";
}

std::string dot() {
  std::string out = "digraph dispute {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n";
  for (const StateWords& line : states())
    out += fmt::format("  \"{}\" [label=\"{}\\n{}\"{}];\n", line.name, line.zh, line.name,
                       line.final ? ", peripheries=2" : "");
  for (const auto& [way, words] : moves("dispute"))
    out += fmt::format("  \"{}\" -> \"{}\" [label=\"{}\"];\n", way.first, way.second, words);
  return out + "}\n";
}

/// Where an event leads from a state: its targets, "·" where it is taken without moving, empty where it is not taken.
using Cells = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

Cells matrix_cells() {
  Cells cells;
  for (const DrawnRow& row : drawn_rows()) {
    const std::string event(name(row.event));
    if (row.table == "dispute") cells[{row.from, event}].insert(row.stays ? "·" : row.to);
    for (const StateWords& line : states()) {
      const bool listed = (" " + row.from + " ").find(" " + std::string(line.name) + " ") != std::string::npos;
      const bool beside = row.table == "aside" && !line.name.empty() && listed;
      const bool held = row.table == "custody" && in(held_states, line.state);
      if (beside || held) cells[{std::string(line.name), event}].insert("·");
    }
  }
  return cells;
}

std::string matrix() {
  const Cells cells = matrix_cells();
  std::string out = "| step |", rule = "|---|";
  for (const StateWords& line : states()) {
    out += fmt::format(" {} |", line.name.empty() ? "(new)" : line.name);
    rule += "---|";
  }
  out += "\n" + rule + "\n";
  for (const EventWords& event : events()) {
    out += fmt::format("| {} |", event.name);
    for (const StateWords& line : states()) {
      const auto found = cells.find({std::string(line.name), std::string(event.name)});
      out += found == cells.end() ? "  |" : fmt::format(" {} |", fmt::join(found->second, ", "));
    }
    out += "\n";
  }
  return out;
}

nlohmann::json words_of(const DrawnRow& row) {
  auto guards = nlohmann::json::array();
  for (const Guard guard : row.guards) guards.push_back(words(guard).name);
  nlohmann::json line{{"table", row.table},
                      {"event", name(row.event)},
                      {"from", row.from},
                      {"guards", std::move(guards)},
                      {"clocks", clocks_of(row.effects)}};
  if (!row.stays) line["to"] = row.to;
  return line;
}

std::string json() {
  nlohmann::json out{{"process", "dispute"}, {"states", nlohmann::json::array()}, {"rows", nlohmann::json::array()}};
  for (const StateWords& line : states())
    if (!line.name.empty()) out["states"].push_back({{"name", line.name}, {"zh", line.zh}, {"final", line.final}});
  for (const DrawnRow& row : drawn_rows()) out["rows"].push_back(words_of(row));
  return out.dump(2) + "\n";
}

}  // namespace

std::optional<std::string> draw(std::string_view format) {
  constexpr std::string (*drawings[])() = {mermaid, dot, matrix, json};
  for (std::size_t i = 0; i < drawing_formats.size(); ++i)
    if (drawing_formats[i] == format) return drawings[i]();
  return {};
}

}  // namespace workflows
