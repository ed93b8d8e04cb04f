#include "web/api/boards.hpp"

#include <algorithm>

namespace web {
namespace {

using namespace std::chrono_literals;

constexpr auto longest_use = 60s;
constexpr std::size_t most_rows_kept = 50'000;  // some 30 MiB
constexpr std::size_t most_boards_kept = 32;

/// What no board shows takes no room: of the points only the first makes a light, and what stands still is not warned.
engine::DeadlineRow lean(engine::DeadlineRow row) {
  auto& clock = row.deadline;
  if (clock.points.size() > 1) clock.points = {clock.points.front()};
  clock.pauses = {};
  clock.rule = clock.rule_version = clock.calendar_revision = {};
  return row;
}

std::shared_ptr<const BoardSheet> read_sheet(engine::Reading& reading, std::shared_ptr<const engine::World> world,
                                             engine::Instant now) {
  auto sheet = std::make_shared<BoardSheet>();
  sheet->position = reading.position();
  sheet->world = std::move(world);
  sheet->from = now;
  sheet->until = now + longest_use;
  sheet->counts = reading.clock_counts();
  reading.each_warned(sheet->until + Boards::ahead, [&](const engine::DeadlineRow& row) {
    sheet->rows.push_back(lean(row));
    return true;
  });
  return sheet;
}

}  // namespace

// One reads and the others wait for it: at a change all ask at once.
std::shared_ptr<const BoardSheet> Boards::sheet(engine::Reading& reading,
                                                const std::shared_ptr<const engine::World>& world,
                                                engine::Instant now) {
  const std::lock_guard guard{sheet_mutex_};
  if (sheet_ && sheet_->position == reading.position() && sheet_->world == world && sheet_->from <= now &&
      now <= sheet_->until)
    return sheet_;
  auto fresh = read_sheet(reading, world, now);
  sheet_ = fresh->rows.size() <= most_rows_kept ? fresh : nullptr;
  return fresh;
}

Boards::Made Boards::board(Question question, const std::function<std::string()>& make) {
  {
    const std::lock_guard guard{mutex_};
    if (auto found = find(question)) return found;
  }
  auto made = std::make_shared<const std::string>(make());
  const std::lock_guard guard{mutex_};
  keep(std::move(question), made);
  return made;
}

Boards::Made Boards::find(const Question& question) const {
  const auto found = std::ranges::find(kept_, question, &Kept::question);
  return found == kept_.end() ? nullptr : found->board;
}

void Boards::keep(Question question, Made board) {
  const bool other = !kept_.empty() && (kept_.front().question.sheet != question.sheet ||
                                        kept_.front().question.second != question.second);
  if (other || kept_.size() >= most_boards_kept) kept_.clear();
  kept_.push_back({std::move(question), std::move(board)});
}

}  // namespace web
