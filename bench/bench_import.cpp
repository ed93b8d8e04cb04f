// How many cases a second a ledger gives: whole timelines (arrival to visit, 11 steps a case) and bare arrivals, made
// up row by row and imported into a fresh database. Prints the rates, their ratio to the rate of one durable step, and
// the memory it took; and how fast
// verify replays what came in. Usage: bench_import [cases]

#include "bench/town.hpp"
#include "bench/verify_rate.hpp"
#include "cli/import/ledger_import.hpp"

#include <chrono>
#include <cstdlib>
#include <functional>
#include <istream>
#include <streambuf>
#include <string>

#include <fmt/format.h>
#include <sys/resource.h>

namespace {

using Timer = std::chrono::steady_clock;
using MakeRow = std::function<std::string(int)>;

/// A file that is made while it is read, so that its size costs no memory.
class MadeUpFile : public std::streambuf {
 public:
  MadeUpFile(int rows, MakeRow row) : rows_(rows), row_(std::move(row)) {}

 protected:
  int_type underflow() override {
    if (made_ > rows_) return traits_type::eof();
    text_ = made_ == 0
                ? "ref,arrived,channel,party,type,description,received,receiver,planned,resolved,outcome,visited\n"
                : row_(made_);
    ++made_;
    setg(text_.data(), text_.data(), text_.data() + text_.size());
    return traits_type::to_int_type(*gptr());
  }

 private:
  int rows_;
  int made_ = 0;
  MakeRow row_;
  std::string text_;
};

std::string whole(int n) {
  return fmt::format(
      "case-{0},2020-05-{1:02}T09:{2:02}:00+08:00,online,张某{0},其他纠纷,第 {0} "
      "号台账,2020-05-{1:02}T09:{2:02}:30+08:00,"
      "Receiver{3:02},2020-06-0{4}T10:00:00+08:00,2020-06-1{4}T15:00:00+08:00,settled,2020-07-0{4}T09:00:00+08:00\n",
      n, 1 + n % 28, n % 60, n % 32, 1 + n % 8);
}

std::string arrival(int n) {
  return fmt::format("case-{0},2020-05-{1:02}T09:{2:02}:00+08:00,online,张某{0},其他纠纷,第 {0} 号台账,,,,,,\n", n,
                     1 + n % 28, n % 60);
}

double import_rate(const char* name, int rows, MakeRow row) {
  bench::Town town(std::string("maotiao-bench-import-") + name);
  town.clock.set(town.instant("2020-08-01 09:00"));
  MadeUpFile made_up(rows, std::move(row));
  std::istream in(&made_up);
  cli::LedgerFile file(in);
  cli::LedgerImport ledger(town.desk, {{"li", "town", {"receptionist"}}, "town", false});
  const auto start = Timer::now();
  ledger.run(file, [](std::int64_t) { return true; });
  const double seconds = std::chrono::duration<double>(Timer::now() - start).count();
  const auto& report = ledger.report();
  if (report.imported != rows) throw std::runtime_error("a row was refused: " + report.refused_rows.at(0).message);
  fmt::print("{}: {} cases, {} steps in {:.2f} s: {:.0f} cases/s, {:.0f} steps/s\n", name, rows, report.steps, seconds,
             rows / seconds, static_cast<double>(report.steps) / seconds);
  bench::print_verify_rate(town, 3);
  return rows / seconds;
}

double step_rate() {
  constexpr int steps = 200;
  bench::Town town("maotiao-bench-import-step");
  town.clock.set(town.instant("2020-08-01 09:00"));
  const auto start = Timer::now();
  for (int i = 0; i < steps; ++i) town.arrive(1, town.instant("2020-08-01 08:59"));
  return steps / std::chrono::duration<double>(Timer::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  const int rows = argc > 1 ? std::atoi(argv[1]) : 50'000;
  const double step = step_rate();
  fmt::print("one durable arrival at a time: {:.0f} a second\n", step);
  fmt::print("ratio: {:.1f}\n", import_rate("timelines", rows, whole) / step);
  fmt::print("ratio: {:.1f}\n", import_rate("arrivals", rows, arrival) / step);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("peak resident memory: {} MiB\n", usage.ru_maxrss / 1024);
}
