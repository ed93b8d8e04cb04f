#pragma once

#include "engine/store.hpp"
#include "engine/world.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace web {

/// What every board is made from, read once for all who look.
struct BoardSheet {
  std::int64_t position = 0;  // of the history it was read at
  std::shared_ptr<const engine::World> world;
  engine::Instant from, until;             // it answers for the instants between
  std::vector<engine::DeadlineRow> rows;   // running clocks that warn within a week, the oldest due first; lean; lean
  std::vector<engine::ClockCount> counts;  // of all clocks
};

/// Boards that were made are kept for whoever asks next: a change is told to every open page at once, and all of them
/// ask for the board. Cost follows the changes, not the pages. Thread-safe.
class Boards {
 public:
  using Made = std::shared_ptr<const std::string>;

  /// All that a board depends on; its maker's sheet holds the world.
  struct Question {
    std::shared_ptr<const BoardSheet> sheet;
    engine::Instant second;
    std::string sight, language, wish;

    friend bool operator==(const Question&, const Question&) = default;
  };

  /// The sheet that holds now.
  [[nodiscard]] std::shared_ptr<const BoardSheet> sheet(engine::Reading& reading,
                                                        const std::shared_ptr<const engine::World>& world,
                                                        engine::Instant now);
  /// The board that was made for the same question, else the one that `make` gives.
  [[nodiscard]] Made board(Question question, const std::function<std::string()>& make);

  /// How far ahead the board looks.
  static constexpr auto ahead = std::chrono::days{7};

 private:
  struct Kept {
    Question question;
    Made board;
  };

  [[nodiscard]] Made find(const Question& question) const;
  void keep(Question question, Made board);

  std::mutex sheet_mutex_;
  std::shared_ptr<const BoardSheet> sheet_;
  std::mutex mutex_;
  std::vector<Kept> kept_;  // all of one sheet and second
};

}  // namespace web
