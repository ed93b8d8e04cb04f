// What the web window of `maotiao serve` bears, asked over the loopback of the program itself, on a practice centre of
// its own: readings and durable steps a second, a thousand open pages, and what it costs when nobody asks.
// Usage: bench_web PROGRAM [open cases [part]], in a directory on the disk that is to be measured. `crowd` has the
// readings and the pages in a town where that many people wait to be received.

#include "bench/web_client.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Timer = std::chrono::steady_clock;
using namespace std::chrono_literals;
using bench::Wire;

double milliseconds_since(Timer::time_point then) {
  return std::chrono::duration<double, std::milli>(Timer::now() - then).count();
}

/// A practice centre in a directory that removes itself, and its server.
class Centre {
 public:
  explicit Centre(std::string program) : program_(std::move(program)) {
    setenv("MAOTIAO_DB", (dir_ / "centre.db").c_str(), 1);
    setenv("HOME", dir_.c_str(), 1);
    setenv("MAOTIAO_LANG", "en", 1);
    setenv("MAOTIAO_AS", "practice", 1);
    run("init --practice");
    token_ = token_of("practice --write");
  }
  Centre(const Centre&) = delete;
  Centre& operator=(const Centre&) = delete;
  ~Centre() {
    stop();
    std::filesystem::remove_all(dir_);
  }

  /// Runs a command of the program; gives what it said.
  std::string run(const std::string& words) const {
    FILE* pipe = popen((program_ + " " + words + " 2>&1").c_str(), "r");
    std::string told;
    std::array<char, 4096> part;
    while (pipe != nullptr && fgets(part.data(), part.size(), pipe) != nullptr) told += part.data();
    if (pipe == nullptr || pclose(pipe) != 0) throw std::runtime_error(words + ": " + told);
    return told;
  }

  /// A token with which the bench acts for a person.
  [[nodiscard]] std::string token_of(const std::string& person) const {
    const auto told = run("account token add " + person + " --name bench");
    return told.substr(0, told.find('\n'));
  }

  void serve() {
    const auto at = fmt::format("127.0.0.1:{}", port);
    std::array<const char*, 5> words{program_.c_str(), "serve", "--listen", at.c_str(), nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 2, (dir_ / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (posix_spawnp(&server_, program_.c_str(), &quiet, nullptr, const_cast<char* const*>(words.data()), environ) != 0)
      throw std::runtime_error("the server cannot be started");
    posix_spawn_file_actions_destroy(&quiet);
    for (int tries = 0; tries < 100; ++tries) try {
        const Wire wire(port);
        return;
      } catch (const std::runtime_error&) {
        std::this_thread::sleep_for(100ms);
      }
    throw std::runtime_error("the server does not come up");
  }

  void stop() {
    if (server_ == 0) return;
    kill(server_, SIGTERM);
    waitpid(server_, nullptr, 0);
    server_ = 0;
  }

  [[nodiscard]] std::string get(std::string_view target, std::string_view accept = "*/*",
                                std::string_view token = {}) const {
    return fmt::format("GET {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAuthorization: Bearer {}\r\nAccept: {}\r\n\r\n",
                       target, port, token.empty() ? token_ : token, accept);
  }
  [[nodiscard]] std::string arrival(int n) const {
    constexpr std::string_view body = R"({"fields":{"channel":"visit","party":"张某某","about":"楼上漏水"}})";
    return fmt::format(
        "POST /api/v1/cases HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAuthorization: Bearer {}\r\nIdempotency-Key: {}-{:08}\r\n"
        "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
        port, token_, run_, n, body.size(), body);
  }
  /// Another set of idempotency keys.
  void next_run() { ++run_; }

  [[nodiscard]] double resident_mib() const {
    std::ifstream file(fmt::format("/proc/{}/statm", server_));
    long all = 0, pages = 0;
    file >> all >> pages;
    return static_cast<double>(pages * sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
  }
  [[nodiscard]] double processor_seconds() const {
    std::ifstream file(fmt::format("/proc/{}/stat", server_));
    std::string word;
    std::array<long, 2> ticks{};
    for (int i = 1; i < 14; ++i) file >> word;
    file >> ticks[0] >> ticks[1];
    return static_cast<double>(ticks[0] + ticks[1]) / static_cast<double>(sysconf(_SC_CLK_TCK));
  }
  [[nodiscard]] const std::filesystem::path& dir() const { return dir_; }

  const std::uint16_t port = static_cast<std::uint16_t>(20000 + getpid() % 20000);

 private:
  static std::filesystem::path fresh_dir() {
    std::string name = (std::filesystem::current_path() / "bench-web-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no directory can be made here");
    return name;
  }

  std::string program_;
  std::filesystem::path dir_ = fresh_dir();
  std::string token_;
  pid_t server_ = 0;
  int run_ = 10'000'000;
};

/// Appends of 4 KiB, each synced: what the disk gives.
double synced_appends_a_second(const Centre& centre) {
  const auto path = centre.dir() / "appends";
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const std::string page(4096, 'x');
  int done = 0;
  const auto began = Timer::now();
  for (; Timer::now() - began < 2s; ++done)
    if (write(file, page.data(), page.size()) != 4096 || fdatasync(file) != 0) throw std::runtime_error("no append");
  const double seconds = milliseconds_since(began) / 1000;
  close(file);
  std::filesystem::remove(path);
  return done / seconds;
}

std::string a_case(const Centre& centre) {
  Wire wire(centre.port);
  wire.send(centre.get("/api/v1/cases?limit=1"));
  for (int tries = 0; tries < 500 && wire.text.find("}") == std::string::npos; ++tries) {
    std::this_thread::sleep_for(10ms);
    wire.take();
  }
  const auto at = wire.text.find("\"id\":\"");
  if (at == std::string::npos) throw std::runtime_error("no case: " + wire.text.substr(0, 400));
  return wire.text.substr(at + 6, wire.text.find('"', at + 6) - at - 6);
}

void readings(const Centre& centre) {
  const auto id = a_case(centre);
  for (const auto& target : {"/api/v1/cases/" + id, "/api/v1/cases/" + id + "/history", std::string("/api/v1/board")})
    fmt::print("readings a second, 64 connections, {}: {:.0f}\n", target,
               bench::asked_a_second(centre.port, 64, 3, 200, [&](int) { return centre.get(target); }));
}

void steps(Centre& centre) {
  for (const int connections : {1, 16, 64}) {
    const double disk = synced_appends_a_second(centre);
    centre.next_run();
    const double rate =
        bench::asked_a_second(centre.port, connections, 3, 201, [&](int n) { return centre.arrival(n); });
    fmt::print("durable steps a second, {} connections: {:.0f}; synced appends: {:.0f}; ratio {:.2f}\n", connections,
               rate, disk, rate / disk);
  }
}

/// Waits until every stream was told something since its text was forgotten.
double all_told(std::vector<Wire>& streams, Timer::time_point since) {
  const auto told = [](const Wire& wire) { return wire.text.find("data:") != std::string::npos; };
  while (!std::ranges::all_of(streams, told))
    if (!bench::take_any(streams, 5000))
      throw std::runtime_error(fmt::format("{} of {} pages were not told, one of them heard: {}",
                                           std::ranges::count_if(streams, std::not_fn(told)), streams.size(),
                                           std::ranges::find_if(streams, std::not_fn(told))->text));
  return milliseconds_since(since);
}

void settle(std::vector<Wire>& streams) {
  while (bench::take_any(streams, 500)) continue;
  for (auto& stream : streams) stream.text.clear();
}

void pages(Centre& centre) {
  constexpr int open_pages = 1000;
  const double before = centre.resident_mib();
  std::vector<Wire> streams;
  for (int i = 0; i < open_pages; ++i) {
    streams.emplace_back(centre.port).send(centre.get("/api/v1/events", "text/event-stream"));
    if (i % 100 == 99) bench::take_any(streams, 200);
  }
  settle(streams);
  fmt::print("{} open pages: {:.1f} MiB more than the {:.1f} before\n", open_pages, centre.resident_mib() - before,
             before);
  centre.next_run();
  for (int round = 0; round < 3; ++round) {
    Wire writer(centre.port);
    const auto began = Timer::now();
    writer.send(centre.arrival(round));
    fmt::print("one change has reached all of them after {:.0f} ms\n", all_told(streams, began));
    settle(streams);
  }
  streams.clear();
  std::vector<Wire> one;
  one.emplace_back(centre.port).send(centre.get("/api/v1/events", "text/event-stream"));
  settle(one);
  const auto began = Timer::now();
  centre.run("arrive --channel visit --party 李某 --about 采光");
  const double ended = milliseconds_since(began);
  fmt::print("a command at the terminal took {:.0f} ms; a page was told after {:.0f} ms\n", ended,
             all_told(one, began));
}

void crowd(Centre& centre, int cases) {
  centre.stop();
  const auto path = centre.dir() / "cases.csv";
  std::ofstream file(path);
  const auto now = fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)));
  file << "ref,arrived,channel,party,type,description\n";
  for (int i = 0; i < cases; ++i) file << fmt::format("case-{0},{1},online,张某{0},其他纠纷,第 {0} 号\n", i, now);
  file.close();
  centre.run("import " + path.string());
  centre.serve();
}

double answered_after(std::vector<Wire>& wire, const std::string& request) {
  const auto began = Timer::now();
  wire.front().send(request);
  int status = 0;
  while ((status = wire.front().answered()) == 0)
    if (!bench::take_any(wire, 5000)) throw std::runtime_error("no answer to a guess");
  if (status != 404) throw std::runtime_error(fmt::format("a guess was answered with {}", status));
  return milliseconds_since(began);
}

/// Somebody of a village tries numbers: those of the town's cases, and those that nobody has, in turns.
void guesses(Centre& centre) {
  constexpr int tries = 2000;
  const auto hidden = a_case(centre);
  const auto unknown = hidden.substr(0, hidden.size() - 12) + "0123456789ab";
  const auto stranger = centre.token_of("feng");
  std::vector<Wire> wire;
  wire.emplace_back(centre.port);
  std::array<std::vector<double>, 2> times;
  for (int n = 0; n < 2 * tries; ++n) {
    const auto& word = n % 2 == 0 ? hidden : unknown;
    times[n % 2 == 0 ? 0 : 1].push_back(
        answered_after(wire, centre.get("/api/v1/cases/" + word, "application/json", stranger)));
  }
  for (auto& all : times) std::ranges::sort(all);
  const auto at = [&](std::size_t which, int percent) {
    return times.at(which).at(static_cast<std::size_t>(tries * percent / 100));
  };
  fmt::print(
      "a guessed number, ms at 10 / 50 / 90 %: of a case of others {:.3f} / {:.3f} / {:.3f}, of none {:.3f} / "
      "{:.3f} / {:.3f}\n",
      at(0, 10), at(0, 50), at(0, 90), at(1, 10), at(1, 50), at(1, 90));
}

void idle(Centre& centre, int cases) {
  crowd(centre, cases);
  std::this_thread::sleep_for(15s);
  const double before = centre.processor_seconds();
  std::this_thread::sleep_for(60s);
  fmt::print("nobody asks, {} cases more: {:.1f} MiB, {:.3f} % of a core\n", cases, centre.resident_mib(),
             (centre.processor_seconds() - before) / 60 * 100);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_web PROGRAM [open cases [readings|pages|steps|idle|crowd]]\n");
    return 2;
  }
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  Centre centre(argv[1]);
  centre.serve();
  for (int i = 0; i < 20; ++i) centre.run("arrive --channel visit --party 张某某 --about 采光");
  const std::string_view part = argc > 3 ? argv[3] : "";
  const auto wanted = [&](std::string_view name) { return part.empty() || part == name; };
  if (wanted("readings")) readings(centre);
  if (wanted("pages")) pages(centre);
  if (wanted("steps")) steps(centre);
  const int cases = argc > 2 ? std::atoi(argv[2]) : 100'000;
  if (wanted("guesses")) guesses(centre);
  if (wanted("idle")) idle(centre, cases);
  if (part == "crowd") {
    crowd(centre, cases);
    readings(centre);
    pages(centre);
  }
} catch (const std::exception& fault) {
  fmt::print(stderr, "{}\n", fault.what());
  return 1;
}
