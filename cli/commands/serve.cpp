#include "cli/arguments.hpp"
#include "cli/clocks.hpp"
#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/deliver/courier_thread.hpp"
#include "cli/log.hpp"
#include "cli/run_name.hpp"
#include "cli/session.hpp"
#include "cli/setting_keys.hpp"
#include "cli/stop_signal.hpp"
#include "cli/system_alarm.hpp"
#include "cli/vocabulary.hpp"
#include "cli/web_window.hpp"
#include "engine/mark.hpp"
#include "engine/schedule/scheduler.hpp"
#include "engine/time/text.hpp"

#include <algorithm>
#include <array>

namespace cli {
namespace {
using engine::mark;
using engine::ScheduleNews;
using Kind = ScheduleNews::Kind;

std::vector<Option> options(std::string_view) {
  return {
      {"--listen", "ADDRESS:PORT", mark("where the browsers come to; left out: 127.0.0.1:8420")},
      {"--certificate", "FILE", mark("speak TLS with this certificate chain (PEM)")},
      {"--key", "FILE", mark("the key of the certificate (PEM)")},
      {"--no-web", "", mark("only watch the clocks, open no port")},
  };
}

struct Line {
  Kind kind;
  bool warning;
  const char* message;  // {0}: the news's text, {1} and {2}: its numbers
};

constexpr std::array lines{
    Line{Kind::LeaseTaken, false, mark("this server watches the clocks from now on (lease {1})")},
    Line{Kind::Standby, false, mark("{0} watches the clocks; this server waits and takes over when it ends")},
    Line{Kind::LeaseLost, true, mark("the lease has gone to {0}; this server waits")},
    Line{Kind::Swept, false, mark("{1} alerts raised, {2} limits took their effect")},
    Line{Kind::CaseFault, true, mark("a case could not be moved, the rest went on: {0}")},
    Line{Kind::NightMade, false, mark("the run of the night of {0} was made; `maotiao nightly --show` tells it")},
    Line{Kind::ClockBack, true, mark("the clock of this machine was set back by {1} ms; nothing is alerted twice")},
    Line{Kind::Fault, true, mark("{0} It will be tried again.")},
    Line{Kind::Ended, false, mark("ended in good order")},
};

void tell(const Session& session, const ScheduleNews& news) {
  const auto& line = *std::ranges::find(lines, news.kind, &Line::kind);
  const auto text = news.kind == Kind::Fault ? session.say(news.text) : news.text;
  const auto sentence = session.say(line.message, text, news.count, news.more);
  line.warning ? log_warning(sentence) : log_info(sentence);
}

void tell_of_delivery(const Session& session, const CourierNews& news) {
  if (news.kind == CourierNews::Kind::Working)
    return log_info(session.say(mark("the channel {0} works again"), news.channel));
  if (news.kind == CourierNews::Kind::Fault)
    return log_warning(session.say(mark("{0} It will be tried again."), session.say(news.text)));
  log_warning(session.say(mark("the channel {0} fails: {1}; its messages are tried again, `maotiao notify` shows them"),
                          news.channel, fault_words(session.language(), news.text)));
}

/// The server's clock: the machine's, or in a practice database the one that was set, which stands still.
class ServerClock : public engine::Clock {
 public:
  explicit ServerClock(Session& session) {
    const bool practice = session.practice();  // a set clock is refused here for a real database
    stands_ = practice && !session.settings().now.empty();
    if (!stands_) return;
    set_.set(session.desk().now());
    log_warning(session.say(mark("the practice clock stands at {0} (MAOTIAO_NOW): nothing new falls due while it does"),
                            engine::format_instant(set_.now(), session.zone_of(""))));
  }
  [[nodiscard]] engine::Instant now() const override { return stands_ ? set_.now() : real_.now(); }

 private:
  bool stands_ = false;
  SetClock set_;
  RealClock real_;
};

WindowPlace place_of(Session& session, const Arguments& arguments) {
  WindowPlace place{{}, session.database(), {}, session.practice()};
  read_address(arguments.text_or("--listen", "127.0.0.1:8420"), place.listen);
  place.listen.certificate = arguments.text_or("--certificate", "");
  place.listen.key = arguments.text_or("--key", "");
  if (place.listen.certificate.empty() != place.listen.key.empty())
    throw wrong_words(mark("--certificate and --key belong together: give both, or neither"));
  place.log = [&session](std::string_view fault) { log_warning(session.say(fault)); };
  session.read([&](engine::Reading& reading, const engine::World&) {
    place.organisation = reading.setting(key_organisation).value_or("");
  });
  return place;
}

std::unique_ptr<WebWindow> open_window(Session& session, const Arguments& arguments, engine::Desk& desk) {
  if (arguments.has("--no-web")) return nullptr;
  const auto place = place_of(session, arguments);
  const bool secure = !place.listen.certificate.empty();
  auto window = std::make_unique<WebWindow>(place, desk);
  if (!secure && !is_loopback(place.listen.address))
    log_warning(
        session.say(mark("passwords cross the network in the clear: give --certificate and --key, or put a proxy "
                         "that speaks TLS in front")));
  const auto host =
      place.listen.address.find(':') == std::string::npos ? place.listen.address : "[" + place.listen.address + "]";
  log_info(session.say(mark("open in a browser: {0}://{1}:{2}/"), secure ? "https" : "http", host, window->port()));
  return window;
}

int run(Session& session, const Arguments& arguments) {
  log_as_service();
  const ServerClock clock(session);
  const Served ground = open_for_serving(session.database());
  engine::Desk desk(*ground.store, session.process(), clock);
  const StopSignal stop;
  SystemAlarm alarm(*ground.changes, stop);
  engine::Scheduler scheduler(
      desk, alarm, run_name(), [&](const ScheduleNews& news) { tell(session, news); }, run_ended);
  log_info(session.say(mark("serving {0}"), session.database()));
  const auto window = open_window(session, arguments, desk);
  const CourierThread courier(desk, watch_database(session.database()), run_name(),
                              [&](const CourierNews& news) { tell_of_delivery(session, news); });
  scheduler.run();
  return exit_done;
}

}  // namespace

const Command serve_command{options, "serve", run};

}  // namespace cli
