#include "tests/web/an_office.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace web {
namespace {

using Catch::Contains;

Request scrape(std::string_view named = "127.0.0.1:8420") {
  auto made = request("GET", "/metrics");
  made.headers.push_back({"Host", std::string(named)});
  return made;
}

std::string figures_of(AnOffice& office) {
  const auto answer = office.ask(scrape());
  CHECK(answer.status() == 200);
  CHECK(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
  return std::string(answer.bytes());
}

}  // namespace

TEST_CASE("the figures for Prometheus tell the open cases, what is overdue and for how long") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  office.arrive(wang);
  office.arrive(office.signed_in("sun"));
  office.clock.at += std::chrono::minutes(40);
  const auto text = figures_of(office);
  CHECK_THAT(text, Contains("maotiao_open_cases{centre=\"town\",state=\"arrived\"} 1\n"));
  CHECK_THAT(text, Contains("maotiao_open_cases{centre=\"other\",state=\"arrived\"} 1\n"));
  CHECK_THAT(text, Contains("maotiao_overdue_limits{deadline=\"reception\"} 2\n"));
  CHECK_THAT(text, Contains("maotiao_overdue_age_seconds_bucket{deadline=\"reception\",le=\"3600\"} 2\n"));
  CHECK_THAT(text, Contains("maotiao_overdue_age_seconds_sum{deadline=\"reception\"} 1200\n"));
  CHECK_THAT(text, Contains("maotiao_oldest_overdue_age_seconds 600\n"));
  CHECK_THAT(text, Contains("maotiao_unraised_alerts 2\n"));
  CHECK_THAT(text, Contains("maotiao_healthy 0\n"));
  CHECK_THAT(text, Contains("process_resident_memory_bytes "));
  CHECK_THAT(text, !Contains("张某某"));
}

TEST_CASE("who watches the clocks is in the figures: its number, its last sign of life, its last sweep") {
  AnOffice office;
  CHECK_THAT(figures_of(office), !Contains("maotiao_lease_fence"));
  office.store.write([&](engine::Writing& writing) {
    engine::Lease lease{"host/1/1", 3, 1, office.clock.at, office.clock.at, office.clock.at, office.clock.at, 0};
    writing.put_lease(lease);
  });
  office.clock.at += std::chrono::seconds(7);
  const auto text = figures_of(office);
  CHECK_THAT(text, Contains("maotiao_lease_held 1\n"));
  CHECK_THAT(text, Contains("maotiao_lease_fence 3\n"));
  CHECK_THAT(text, Contains("maotiao_lease_beat_age_seconds 7\n"));
  CHECK_THAT(text, Contains("maotiao_last_sweep_age_seconds 7\n"));
}

TEST_CASE("the figures are told to this machine itself; through a proxy or from elsewhere only by role") {
  AnOffice office;
  CHECK(office.ask(scrape("localhost")).status() == 200);
  CHECK(office.ask(scrape("[::1]:8420")).status() == 200);
  CHECK(office.ask(scrape("tiaojie.example")).status() == 401);
  auto forwarded = scrape();
  forwarded.headers.push_back({"X-Forwarded-For", "10.0.0.9"});
  CHECK(office.ask(forwarded).status() == 401);
  auto far = scrape();
  far.peer = "10.0.0.9";
  CHECK(office.ask(far).status() == 401);
  for (const auto& [person, status] : {std::pair{"wang", 403}, std::pair{"zhao", 200}}) {
    far.headers.push_back({"Cookie", office.signed_in(person).cookie});
    CHECK(office.ask(far).status() == status);
    far.headers.pop_back();
  }
}

TEST_CASE("promtool finds nothing wrong with the figures") {
  if (std::system("command -v promtool >/dev/null 2>&1") != 0) {
    WARN("promtool is not here (package prometheus): skipped");
    return;
  }
  AnOffice office;
  office.arrive(office.signed_in("wang"));
  office.clock.at += std::chrono::hours(30);
  const auto file = std::filesystem::temp_directory_path() / ("maotiao-metrics-" + std::to_string(::getpid()));
  std::ofstream(file) << figures_of(office);
  CHECK(std::system(("promtool check metrics <" + file.string()).c_str()) == 0);
  std::filesystem::remove(file);
}

}  // namespace web
