#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/session.hpp"
#include "cli/stop_signal.hpp"
#include "cli/watch/reading.hpp"
#include "cli/watch/screen.hpp"
#include "engine/mark.hpp"

#include <algorithm>
#include <array>

#include <poll.h>
#include <unistd.h>

namespace cli {
namespace {
using engine::mark;
using watch::Board;
using Steady = std::chrono::steady_clock;

constexpr std::chrono::seconds reads_every{30};

std::vector<Option> options(std::string_view) { return {}; }

/// What is on the terminal while the command runs.
class Watching {
 public:
  explicit Watching(Session& session)
      : session_(session),
        changes_(watch_database(session.database())),
        zone_(session.zone_of("")),
        board_(session.actor().person),
        screen_(session.settings().colour != Colour::Never) {}

  void run() {
    read();
    bool hung_up = false;
    while (!stop_.requested() && !hung_up) {
      draw();
      hung_up = wait();
      if (changes_->changed() || Steady::now() - read_at_ >= reads_every) read();
      board_.tick(now());
      if (!hung_up && !take_keys()) return;
    }
  }

 private:
  [[nodiscard]] engine::Instant now() { return session_.desk().now(); }

  /// A database that cannot be read for a moment is told on the board, which stays.
  void read() {
    read_at_ = Steady::now();
    try {
      board_.take(watch::read_findings(session_), now());
      if (board_.view() == Board::View::Case) open();
    } catch (const engine::Error& error) {
      auto stale = board_.findings();
      stale.troubles.assign(1, error.what());
      board_.take(std::move(stale), now());
    }
  }

  void open() {
    auto page = watch::read_case(session_, case_);
    if (!page) return board_.show(Board::View::List);
    page_ = *std::move(page);
  }

  void draw() {
    screen_.put(
        watch::draw(session_.language(), board_, page_, screen_.size(), now(), watch::time_words(now(), zone_)));
  }

  /// Until a key, a change, the next second or the end; true when the terminal has gone.
  bool wait() {
    std::array<pollfd, 3> ears{
        {{STDIN_FILENO, POLLIN, 0}, {changes_->descriptor(), POLLIN, 0}, {stop_.descriptor(), POLLIN, 0}}};
    const auto second = engine::Milliseconds{1000} - now().time_since_epoch() % engine::Milliseconds{1000};
    ::poll(ears.data(), ears.size(), static_cast<int>(std::min(second, changes_->patience()).count()));
    return (ears[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
  }

  /// False when the reader wants to end.
  bool take_keys() {
    for (auto key = screen_.key(); key != watch::Key::None; key = screen_.key()) {
      const auto wish = board_.press(key, now());
      if (wish == watch::Wish::Quit) return false;
      if (wish != watch::Wish::OpenCase) continue;
      case_ = board_.selected()->case_id;
      board_.show(Board::View::Case);
      open();
    }
    return true;
  }

  Session& session_;
  StopSignal stop_;
  std::unique_ptr<engine::Changes> changes_;
  engine::Zone zone_;
  Board board_;
  watch::CasePage page_;
  std::string case_;
  Steady::time_point read_at_{};
  watch::Screen screen_;  // goes first: the terminal is put back before anything else ends
};

int run(Session& session, const Arguments&) {
  if (session.json() || !watch::can_draw()) {
    throw wrong_words(
        mark("a live board needs a terminal; `maotiao check` and `maotiao list --overdue` say the same "
             "once, also as --json"));
  }
  if (const auto exit = session.denied("deadlines")) return *exit;
  Watching(session).run();
  return exit_done;
}

}  // namespace

const Command watch_command{options, "watch", run};

}  // namespace cli
