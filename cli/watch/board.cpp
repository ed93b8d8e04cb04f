#include "cli/watch/board.hpp"

#include "workflows/answers/light.hpp"

#include <algorithm>
#include <set>

namespace cli::watch {
namespace {
using workflows::light_of;

/// The word after `now` in a ring that starts with "all".
std::string next_of(const std::vector<std::string>& ring, const std::string& now) {
  const auto found = std::ranges::find(ring, now);
  if (now.empty() || found == ring.end()) return ring.empty() ? "" : ring.front();
  return found + 1 == ring.end() ? "" : *(found + 1);
}

std::vector<std::string> words_of(const std::vector<Item>& items, std::string (*word)(const Item&)) {
  std::set<std::string> found;
  for (const auto& item : items) found.insert(word(item));
  return {found.begin(), found.end()};
}

bool same(const Item& one, const std::string& case_id, const std::string& name, int cycle) {
  return one.case_id == case_id && one.clock.name == name && one.clock.cycle == cycle;
}

/// Where a step from `at` leads, in a list of `size`.
std::size_t moved(Key key, std::size_t at, std::size_t size, std::size_t page) {
  const auto last = size == 0 ? 0 : size - 1;
  switch (key) {
    case Key::Up: return at == 0 ? 0 : at - 1;
    case Key::Down: return std::min(at + 1, last);
    case Key::PageUp: return at < page ? 0 : at - page;
    case Key::PageDown: return std::min(at + page, last);
    case Key::Home: return 0;
    case Key::End: return last;
    default: return at;
  }
}

}  // namespace

bool Board::passes(const Item& item, engine::Instant now) const {
  return (filter_.light.empty() || light_of(item.clock, now) == filter_.light) &&
         (filter_.centre.empty() || item.centre == filter_.centre) &&
         (filter_.deadline.empty() || item.clock.name == filter_.deadline) && (!filter_.mine || item.holder == me_);
}

void Board::take(Findings findings, engine::Instant now) {
  std::string case_id, name;
  int cycle = 0;
  if (const auto* item = selected()) {
    case_id = item->case_id;
    name = item->clock.name;
    cycle = item->clock.cycle;
  }
  shown_.clear();
  findings_ = std::move(findings);
  refilter(now);
  const auto found = std::ranges::find_if(shown_, [&](const Item* item) { return same(*item, case_id, name, cycle); });
  if (found != shown_.end()) at_ = static_cast<std::size_t>(found - shown_.begin());
  fit_rows(rows_);
}

void Board::tick(engine::Instant now) {
  if (filter_.light.empty()) return;
  const auto* before = selected();
  refilter(now);
  const auto found = std::ranges::find(shown_, before);
  if (found != shown_.end()) at_ = static_cast<std::size_t>(found - shown_.begin());
  fit_rows(rows_);
}

void Board::refilter(engine::Instant now) {
  shown_.clear();
  for (const auto& item : findings_.items)
    if (passes(item, now)) shown_.push_back(&item);
  at_ = shown_.empty() ? 0 : std::min(at_, shown_.size() - 1);
}

void Board::fit_rows(std::size_t rows) {
  rows_ = std::max<std::size_t>(rows, 1);
  if (at_ < top_) top_ = at_;
  if (at_ >= top_ + rows_) top_ = at_ + 1 - rows_;
  const auto most = shown_.size() > rows_ ? shown_.size() - rows_ : 0;
  top_ = std::min(top_, most);
}

bool Board::change_filter(Key key) {
  const auto& items = findings_.items;
  switch (key) {
    case Key::Light: filter_.light = next_of({"red", "amber", "green"}, filter_.light); return true;
    case Key::Centre:
      filter_.centre = next_of(words_of(items, [](const Item& item) { return item.centre; }), filter_.centre);
      return true;
    case Key::Limit:
      filter_.deadline = next_of(words_of(items, [](const Item& item) { return item.clock.name; }), filter_.deadline);
      return true;
    case Key::Mine: filter_.mine = !filter_.mine; return true;
    case Key::All: filter_ = {}; return true;
    default: return false;
  }
}

void Board::move(Key key) {
  at_ = moved(key, at_, shown_.size(), rows_);
  fit_rows(rows_);
}

void Board::scroll(Key key) {
  const auto ends = page_ > rows_ ? page_ - rows_ + 1 : 1;
  scrolled_ = moved(key, scrolled_, ends, rows_);
}

void Board::page_of(std::size_t lines) {
  page_ = lines;
  scroll(Key::None);
  scrolled_ = std::min(scrolled_, page_ > rows_ ? page_ - rows_ : 0);
}

void Board::show(View view) {
  view_ = view;
  scrolled_ = 0;
}

Wish Board::press(Key key, engine::Instant now) {
  if (view_ != View::List) {
    if (key == Key::Back || key == Key::Quit || (key == Key::Help && view_ == View::Help)) show(View::List);
    scroll(key);
    return Wish::Nothing;
  }
  if (key == Key::Quit) return Wish::Quit;
  if (key == Key::Help) show(View::Help);
  if (key == Key::Enter) return selected() == nullptr ? Wish::Nothing : Wish::OpenCase;
  if (change_filter(key)) {
    at_ = 0;
    refilter(now);
  }
  move(key);
  return Wish::Nothing;
}

std::array<std::size_t, 3> Board::counts(engine::Instant now) const {
  std::array<std::size_t, 3> result{};
  for (const auto& item : findings_.items) {
    const auto light = light_of(item.clock, now);
    ++result[light == "red" ? 0 : light == "amber" ? 1 : 2];
  }
  return result;
}

}  // namespace cli::watch
