#include "cli/watch/board.hpp"

#include "cli/text.hpp"
#include "cli/watch/drawing.hpp"

#include <catch2/catch.hpp>

namespace cli::watch {
namespace {
using std::chrono::minutes;

const engine::Instant noon{std::chrono::hours{24 * 18000 + 12}};

Item an_item(const std::string& id, const std::string& limit, minutes due, const std::string& holder = "li") {
  Item item;
  item.case_id = item.number = id;
  item.holder = item.holder_name = holder;
  item.centre = item.centre_name = id < "c" ? "town" : "v01";
  item.label = limit;
  item.clock.name = limit;
  item.clock.due = noon + due;
  item.clock.points = {{"amber", noon + due - minutes{10}}};
  return item;
}

/// One red, one amber, one green.
Findings three() {
  Findings findings;
  findings.items = {an_item("a", "reception", minutes{-5}), an_item("b", "plan", minutes{5}, "me"),
                    an_item("c", "visit", minutes{60})};
  findings.read_at = "12:00:00";
  return findings;
}

Board a_board() {
  Board board("me");
  board.take(three(), noon);
  board.fit_rows(10);
  return board;
}

const workflows::Language english("en");

}  // namespace

TEST_CASE("the board counts the lights and finds them again as time passes") {
  auto board = a_board();
  CHECK(board.counts(noon) == std::array<std::size_t, 3>{1, 1, 1});
  CHECK(board.counts(noon + minutes{6}) == std::array<std::size_t, 3>{2, 0, 1});
  CHECK(board.counts(noon + minutes{61}) == std::array<std::size_t, 3>{3, 0, 0});
}

TEST_CASE("the board is filtered by light, centre, limit and holder, and shows all again") {
  auto board = a_board();
  CHECK(board.press(Key::Light, noon) == Wish::Nothing);
  REQUIRE(board.shown().size() == 1);
  CHECK(board.selected()->case_id == "a");
  board.tick(noon + minutes{6});
  CHECK(board.shown().size() == 2);
  CHECK(board.press(Key::All, noon) == Wish::Nothing);
  CHECK(board.shown().size() == 3);
  CHECK(board.press(Key::Mine, noon) == Wish::Nothing);
  CHECK(board.selected()->case_id == "b");
  CHECK(board.press(Key::Mine, noon) == Wish::Nothing);
  CHECK(board.press(Key::Centre, noon) == Wish::Nothing);
  CHECK(board.shown().size() == 2);
  CHECK(board.press(Key::Limit, noon) == Wish::Nothing);
  CHECK(board.filter().deadline == "plan");
}

TEST_CASE("the selection stays with its limit when the board is read anew") {
  auto board = a_board();
  CHECK(board.press(Key::End, noon) == Wish::Nothing);
  auto fewer = three();
  fewer.items.erase(fewer.items.begin());
  board.take(std::move(fewer), noon);
  REQUIRE(board.selected() != nullptr);
  CHECK(board.selected()->case_id == "c");
  board.take({}, noon);
  CHECK(board.selected() == nullptr);
  CHECK(board.press(Key::Enter, noon) == Wish::Nothing);
}

TEST_CASE("Enter opens a case, q leaves a page first and then the board") {
  auto board = a_board();
  CHECK(board.press(Key::Enter, noon) == Wish::OpenCase);
  board.show(Board::View::Case);
  CHECK(board.press(Key::Quit, noon) == Wish::Nothing);
  CHECK(board.view() == Board::View::List);
  CHECK(board.press(Key::Quit, noon) == Wish::Quit);
}

TEST_CASE("remaining time ticks to the second and says late after the due instant") {
  engine::Deadline clock;
  clock.due = noon;
  CHECK(remaining_words(english, clock, noon - minutes{61}) == "left 01:01:00");
  CHECK(remaining_words(english, clock, noon) == "left 00:00:00");
  CHECK(remaining_words(english, clock, noon + minutes{1441}) == "late 1d 00:01:00");
}

TEST_CASE("every line of every size is as wide as the screen, and there are as many as it has rows") {
  auto board = a_board();
  for (const auto* name : {"en", "zh_CN"}) {
    for (const Size size : {Size{24, 80}, Size{50, 200}, Size{1, 1}, Size{6, 20}}) {
      const auto lines = draw(workflows::Language(name), board, {}, size, noon, "12:00:00");
      CHECK(lines.size() >= size.rows);
      for (const auto& line : lines) CHECK(cli::width(line.text) == size.columns);
    }
  }
}

TEST_CASE("lights are words and signs, and a dead scheduler is red") {
  auto board = a_board();
  auto lines = draw(english, board, {}, {24, 80}, noon, "12:00:00");
  CHECK(lines[4].text.starts_with("RED !   late 00:05:00"));
  CHECK(lines[5].text.starts_with("AMBER ~ left 00:05:00"));
  CHECK(lines[6].text.starts_with("GREEN . left 01:00:00"));
  CHECK(lines[1].style == Style::Green);
  auto dead = three();
  dead.troubles = {"nobody watches"};
  board.take(std::move(dead), noon);
  lines = draw(english, board, {}, {24, 80}, noon, "12:00:00");
  CHECK(lines[1].style == Style::Red);
  CHECK(lines[1].text.starts_with("! nobody watches"));
}

}  // namespace cli::watch
