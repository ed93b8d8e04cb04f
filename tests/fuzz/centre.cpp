// A centre's file in TOML: who it is, where it is, who works there.
#include "cli/centre_file.hpp"
#include "engine/world.hpp"
#include "tests/fuzz/law.hpp"
#include "tests/fuzz/slate.hpp"

namespace fuzz {
namespace {

void put(Slate& store, const cli::CentreFile& file) {
  store.write([&](engine::Writing& writing) {
    for (const auto& centre : file.centres) writing.put_centre(centre);
    for (const auto& person : file.people) writing.put_person(person);
  });
}

void judge(const cli::CentreFile& file) {
  Slate store;
  put(store, file);
  store.read([&](engine::Reading& reading) {
    const auto world = engine::World::load(reading);
    law(world->centres().size() == file.centres.size(), "every centre is there once");
    law(world->people().size() == file.people.size(), "every person is there once");
    for (const auto& person : file.people)
      law(world->centre(person.centre) != nullptr, "a person works at a centre that there is");
  });
}

void read(std::string_view text) {
  cli::CentreFile file;
  if (!refused([&] { file = cli::read_centre_file(text); })) judge(file);
  if (!refused([&] { file = cli::practice_centre(text); })) judge(file);
}

}  // namespace
}  // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  fuzz::read(fuzz::text_of(bytes, size));
  return 0;
}
