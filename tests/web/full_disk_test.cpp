// A disk that is full while the server runs, or a database that may only be read.
#include "storage/sqlite_store.hpp"
#include "tests/storage/fault_disk.hpp"
#include "tests/web/an_office.hpp"

#include <filesystem>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace web {
namespace {

using nlohmann::json;

const std::string phrase = "a long made-up phrase";

class Folder {
 public:
  Folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "maotiao-web-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file() const { return (path_ / "centre.db").string(); }

 private:
  std::filesystem::path path_;
};

storage::Options on_the_disk() {
  storage::Options options;
  options.create = true;
  options.vfs = tests::FaultDisk::name();
  return options;
}

/// A small town on a disk that can be filled.
class OnDisk {
 public:
  OnDisk() {
    store.write([](engine::Writing& writing) {
      writing.put_centre({"town", "小站镇中心", "town", "", "town〔{year}〕{number:04}号", "({year}){number}", ""});
      engine::Person wang;
      wang.id = wang.login = "wang";
      wang.name = "王某";
      wang.centre = "town";
      wang.roles = {"receptionist", "mediator", "administrator"};
      writing.put_person(wang);
    });
    const auto by = desk.actor("wang").value();
    REQUIRE_FALSE(accounts.set_password(by, "wang", "the first phrase of all", clock.at));
    const auto in =
        std::get<engine::Signed>(accounts.sign_in("wang", "the first phrase of all", {"127.0.0.1"}, clock.at));
    const auto own = std::get<engine::Signed>(
        accounts.change_password(in.token, "the first phrase of all", phrase, {"127.0.0.1"}, clock.at));
    browser = {"maotiao_session=" + own.token, own.session.csrf};
  }

  Answer arrive() {
    auto asked = request("POST", "/api/v1/cases", browser);
    asked.headers.push_back({"Content-Type", "application/json"});
    asked.body = json{{"fields", {{"channel", "visit"}, {"party", "张某某"}, {"about", "欠薪"}}}}.dump();
    return window.answer(asked);
  }
  Answer get(std::string_view target) { return window.answer(request("GET", target, browser)); }
  std::size_t cases() { return json_of(get("/api/v1/cases"))["cases"].size(); }

  Folder folder;
  tests::FaultDisk disk;
  StandingClock clock;
  storage::SqliteStore store{folder.file(), on_the_disk()};
  std::unique_ptr<engine::Process> process = workflows::make_dispute_process();
  engine::Desk desk{store, *process, clock};
  Hub hub;
  std::vector<std::string> log;
  Office office{desk,
                hub,
                "小站镇",
                true,
                [] {
                  return engine::GroundState{std::int64_t{1} << 40U, true};
                },
                [this](std::string_view fault) { log.emplace_back(fault); }};
  OpenHash hash;
  engine::Accounts accounts{desk, hash};
  Pages pages{{}};
  Window window{office, accounts, pages};
  Browser browser;
};

}  // namespace

TEST_CASE("on a full disk steps are refused in a sentence, readings go on, and with room again nothing is lost") {
  OnDisk on;
  REQUIRE(on.arrive().status() == 201);
  on.disk.fill();
  for (int n = 0; n < 3; ++n) {
    const auto refused = on.arrive();
    INFO(refused.bytes());
    CHECK(refused.status() == 507);
    CHECK(json_of(refused)["code"] == "disk_full");
    CHECK(json_of(refused)["detail"].get<std::string>().find("free some space") != std::string::npos);
  }
  for (const auto* target : {"/api/v1/board", "/api/v1/cases", "/api/v1/session"})
    CHECK(on.get(target).status() == 200);
  CHECK(on.cases() == 1);
  CHECK(on.log.size() == 3);
  on.disk.make_room();
  CHECK(on.arrive().status() == 201);
  CHECK(on.cases() == 2);
}

}  // namespace web
