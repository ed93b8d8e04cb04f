// Who tries the numbers of others' cases learns nothing, neither from the words of the answer nor from what it costs.
#include "tests/web/an_office.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace web {
namespace {

using nlohmann::json;

/// A store that counts how often it was read and written.
class Counted : public engine::Store {
 public:
  explicit Counted(engine::Store& store) : store_(store) {}
  void read(const std::function<void(engine::Reading&)>& work) override {
    ++reads;
    store_.read(work);
  }
  void write(const std::function<void(engine::Writing&)>& work) override {
    ++writes;
    store_.write(work);
  }
  int reads = 0, writes = 0;

 private:
  engine::Store& store_;
};

/// What one who guesses sees of an answer, with the word asked taken out.
struct Seen {
  int status = 0, reads = 0, writes = 0;
  std::string headers, body;
  friend bool operator==(const Seen&, const Seen&) = default;
};

std::string without(std::string text, const std::string& word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.replace(at, word.size(), "*");
  return text;
}

/// The office's window over a counted store.
struct Watched {
  explicit Watched(AnOffice& office)
      : counted(office.store), desk(counted, *office.process, office.clock), accounts(desk, office.hash) {}

  Seen ask(Request asked, const std::string& word) {
    for (auto& part : asked.path)
      if (part == "*") part = word;
    const auto reads = counted.reads, writes = counted.writes;
    const auto answer = window.answer(asked);
    Seen seen{answer.status(), counted.reads - reads, counted.writes - writes, {}, {}};
    for (const auto& header : answer.headers()) seen.headers += header.name + ": " + header.value + "\n";
    seen.body = without(std::string(answer.bytes()), word);
    return seen;
  }

  Counted counted;
  engine::Desk desk;
  Hub hub;
  Office place{desk, hub, "小站镇", true, [] { return engine::GroundState{std::int64_t{1} << 40U, true}; }};
  engine::Accounts accounts;
  Pages pages{{}};
  Window window{place, accounts, pages};
};

Request step_of_a_case(const Browser& browser) {
  auto asked = request("POST", "/api/v1/cases/*/steps/receive", browser);
  asked.headers.push_back({"Content-Type", "application/json"});
  asked.headers.push_back({"If-Match", "\"1\""});
  asked.body = R"({"fields":{}})";
  return asked;
}

}  // namespace

TEST_CASE("a case of another centre and one that does not exist are answered alike, and cost as many writes") {
  AnOffice office;
  const auto sun = office.signed_in("sun"), wang = office.signed_in("wang");
  std::vector<std::pair<std::string, std::string>> words;  // of others, and like it but of nobody
  for (int n = 1; n <= 25; ++n) {
    const auto id = office.arrive(sun);
    words.emplace_back(id, id.substr(0, 24) + "0123456789ab");
    words.emplace_back(fmt::format("other〔2020〕{:04}号", n), fmt::format("other〔2020〕{:04}号", n + 1000));
  }
  Watched watched(office);
  const std::vector<Request> all{request("GET", "/api/v1/cases/*", wang),
                                 request("GET", "/api/v1/cases/*/history", wang),
                                 request("GET", "/api/v1/cases/*/next", wang),
                                 request("GET", "/api/v1/cases/*/deadlines/reception/1", wang), step_of_a_case(wang)};
  for (const auto& asked : all)
    for (const auto& [hidden, unknown] : words) {
      const auto others = watched.ask(asked, hidden), nobodys = watched.ask(asked, unknown);
      INFO(asked.path.back() << ": " << hidden << " " << others.body << nobodys.body);
      CHECK(others.status == 404);
      CHECK(others.writes == 1);
      CHECK(others == nobodys);
    }
}

}  // namespace web
