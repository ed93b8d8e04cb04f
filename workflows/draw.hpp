#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace workflows {

inline constexpr std::array<std::string_view, 4> drawing_formats{"mermaid", "dot", "matrix", "json"};

/// The process drawn from its tables: a Mermaid state diagram, a Graphviz graph, a table of states by events in
/// Markdown, or all rows as JSON. Nothing for any other format.
[[nodiscard]] std::optional<std::string> draw(std::string_view format);

/// docs/process.md: the diagram, the tables, the limits, the fields of every step.
[[nodiscard]] std::string process_page();

}  // namespace workflows
