// How many steps a second the pure machine decides, refuses and replays: no storage, no clock, one core.
#include "engine/json.hpp"
#include "workflows/dispute_process.hpp"
#include "workflows/fold.hpp"
#include "workflows/machine.hpp"

#include <vector>

#include <benchmark/benchmark.h>

namespace {

using namespace workflows;
using Json = nlohmann::json;

struct Scene {
  State state;
  Facts facts;
  Told told;
};

struct Word {
  Event event;
  Json fields;
};

const std::vector<Word>& way() {
  static const std::vector<Word> words{
      {Event::Arrive, {{"channel", "visit"}, {"party", "张某某"}, {"respondents", {"李某"}}, {"about", "排水"}}},
      {Event::Receive, {{"receiver", "rec"}}},
      {Event::Sort, {{"type", "neighbour"}, {"duplicate_checked", true}}},
      {Event::Enter, {{"safety", "safe"}, {"skipped", "平静"}}},
      {Event::Plan,
       {{"branches", {"mediate"}},
        {"responsible", "med"},
        {"next_at", "2020-05-25T09:00:00+08:00"},
        {"told_how", "face"}}},
      {Event::Consent, {{"all", true}}},
      {Event::Accept, {{"mediator", "med"}, {"rights_told", true}}},
      {Event::Session, {{"mediator", "med"}}},
      {Event::Agree, {{"form", "oral"}, {"content", "清理"}, {"performed", true}, {"no_document", true}}},
      {Event::Visit,
       {{"result", "made"},
        {"means", "phone"},
        {"contacted", "both"},
        {"performed", "done"},
        {"content", true},
        {"smiled", true},
        {"listened", true},
        {"tried_best", true}}},
      {Event::Close, Json::object()},
  };
  return words;
}

/// Every step of the way with the case as it stands before it.
std::vector<Scene> scenes() {
  std::vector<Scene> all;
  State state = State::Fresh;
  Facts facts;
  for (const Word& word : way()) {
    Told told = std::get<Told>(read_fields(word.event, word.fields));
    told.at = engine::Instant{std::chrono::hours(440'000)};
    told.actor = "med";
    told.assumed = true;
    all.push_back({state, facts, told});
    const Advance out = advance(state, facts, told);
    if (out.result != Advance::Result::Taken) std::abort();
    fold(facts, told);
    state = out.state;
  }
  return all;
}

void run(benchmark::State& bench, const std::vector<Scene>& all, Advance::Result expected) {
  for (auto _ : bench)
    for (const Scene& scene : all) {
      const Advance out = advance(scene.state, scene.facts, scene.told);
      if (out.result != expected) std::abort();
    }
  bench.SetItemsProcessed(static_cast<std::int64_t>(bench.iterations() * all.size()));
}

void steps_taken(benchmark::State& bench) { run(bench, scenes(), Advance::Result::Taken); }

void steps_impossible(benchmark::State& bench) {
  auto all = scenes();
  for (Scene& scene : all) scene.state = State::Left;
  std::erase_if(all, [](const Scene& scene) { return scene.told.event == Event::Arrive; });
  run(bench, all, Advance::Result::NoTransition);
}

void steps_refused(benchmark::State& bench) {
  auto all = scenes();
  std::erase_if(all, [](const Scene& scene) { return scene.told.event != Event::Accept; });
  for (Scene& scene : all)
    for (Party& party : scene.facts.parties) party.consent = Consent::None;
  run(bench, all, Advance::Result::Refused);
}

/// One entry of a replay: the stored fields are read and folded.
void entries_applied(benchmark::State& bench) {
  const auto process = make_dispute_process();
  std::vector<engine::HistoryEntry> entries;
  const auto all = scenes();
  for (std::size_t i = 0; i < all.size(); ++i) {
    engine::HistoryEntry entry;
    entry.event = name(way()[i].event);
    entry.fields = way()[i].fields.dump();
    entry.actor = "med";
    entry.holder = "med";
    entry.state_after = i + 1 < all.size() ? name(all[i + 1].state) : "closed";
    entries.push_back(std::move(entry));
  }
  for (auto _ : bench) {
    const auto matter = process->fresh();
    for (const engine::HistoryEntry& entry : entries) matter->apply(entry);
    benchmark::DoNotOptimize(matter.get());
  }
  bench.SetItemsProcessed(static_cast<std::int64_t>(bench.iterations() * entries.size()));
}

void facts_stored(benchmark::State& bench) {
  const auto process = make_dispute_process();
  const auto matter = process->fresh();
  for (const Word& word : way()) {
    engine::HistoryEntry entry;
    entry.event = name(word.event);
    entry.fields = word.fields.dump();
    entry.state_after = "planned";
    matter->apply(entry);
  }
  engine::CaseRecord record;
  for (auto _ : bench) matter->project(record);
  bench.SetItemsProcessed(static_cast<std::int64_t>(bench.iterations()));
}

}  // namespace

BENCHMARK(steps_taken);
BENCHMARK(steps_impossible);
BENCHMARK(steps_refused);
BENCHMARK(entries_applied);
BENCHMARK(facts_stored);
BENCHMARK_MAIN();
