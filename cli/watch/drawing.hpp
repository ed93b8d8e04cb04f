#pragma once

#include "cli/watch/board.hpp"
#include "workflows/words/language.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace cli::watch {

/// How a line stands out. The text says the same without it.
enum class Style { Plain, Title, Heading, Red, Amber, Green, Chosen };

/// One line of the screen, at most as wide as it was asked for.
struct Line {
  std::string text;
  Style style = Style::Plain;
};

struct Size {
  std::size_t rows = 24, columns = 80;
};

/// One case as it was read; the clocks tick with every drawing.
struct CasePage {
  std::string title;
  std::vector<std::string> head;
  std::vector<Item> clocks;
  std::vector<std::string> rest;  // the last steps, and what can be done next
};

/// "late 2d 03:04:05", "left 00:12:33"; of a paused clock that it stands.
[[nodiscard]] std::string remaining_words(const workflows::Language& language, const engine::Deadline& clock,
                                          engine::Instant now);
/// A word and a sign: "RED !", "AMBER ~", "GREEN .".
[[nodiscard]] std::string light_words(const workflows::Language& language, std::string_view light);

/// Every line of the screen, exactly `size.rows` of them; tells the board how many rows fit.
[[nodiscard]] std::vector<Line> draw(const workflows::Language& language, Board& board, const CasePage& page, Size size,
                                     engine::Instant now, std::string_view clock_words);

}  // namespace cli::watch
