#pragma once

#include "engine/case_record.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cli::watch {

/// One running limit as the board shows it, in the words of the reader.
struct Item {
  std::string case_id, number, state, holder, holder_name, centre, centre_name, label;
  std::string until;  // the due instant in the centre's own time
  engine::Deadline clock;
};

/// What one reading of the database gave. The lights are judged anew for every drawing.
struct Findings {
  std::vector<Item> items;            // oldest due first
  bool all = true;                    // false: there are more, later ones
  std::vector<std::string> troubles;  // what is wrong with the scheduler; empty: it is well
  std::string read_at;
};

/// What is shown of it; an empty word is no limit.
struct Filter {
  std::string light, centre, deadline;
  bool mine = false;
};

enum class Key {
  None,
  Up,
  Down,
  PageUp,
  PageDown,
  Home,
  End,
  Enter,
  Back,
  Quit,
  Help,
  Light,
  Centre,
  Limit,
  Mine,
  All
};

/// What a key asks of the one who holds the board.
enum class Wish { Nothing, OpenCase, Quit };

/// The board without a terminal: what was read, what is shown of it, and where the reader is. For one thread.
class Board {
 public:
  enum class View { List, Case, Help };

  explicit Board(std::string me) : me_(std::move(me)) {}

  /// Takes over a new reading; whoever was selected stays so while still there.
  void take(Findings findings, engine::Instant now);
  /// As time passes lights change, and with them what a filter by light shows.
  void tick(engine::Instant now);
  /// How many rows fit; keeps the selection in sight.
  void fit_rows(std::size_t rows);
  [[nodiscard]] Wish press(Key key, engine::Instant now);

  [[nodiscard]] View view() const { return view_; }
  void show(View view);
  [[nodiscard]] const Findings& findings() const { return findings_; }
  [[nodiscard]] const Filter& filter() const { return filter_; }
  /// The rows that pass the filter, in order.
  [[nodiscard]] const std::vector<const Item*>& shown() const { return shown_; }
  [[nodiscard]] const Item* selected() const { return shown_.empty() ? nullptr : shown_[at_]; }
  [[nodiscard]] std::size_t top() const { return top_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  /// The first line of a page (a case, the help) that is in sight.
  [[nodiscard]] std::size_t scrolled() const { return scrolled_; }
  /// How long the page is, so that nobody scrolls beyond it.
  void page_of(std::size_t lines);
  /// Red, amber, green, of all that was read.
  [[nodiscard]] std::array<std::size_t, 3> counts(engine::Instant now) const;

 private:
  [[nodiscard]] bool passes(const Item& item, engine::Instant now) const;
  void refilter(engine::Instant now);
  bool change_filter(Key key);
  void move(Key key);
  void scroll(Key key);

  std::string me_;
  Findings findings_;
  Filter filter_;
  std::vector<const Item*> shown_;
  std::size_t at_ = 0, top_ = 0, rows_ = 1, scrolled_ = 0, page_ = 0;
  View view_ = View::List;
};

}  // namespace cli::watch
