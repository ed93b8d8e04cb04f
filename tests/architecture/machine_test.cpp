#include "tests/architecture/tree.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace architecture {
namespace {

using Paths = std::vector<std::string>;

bool names_msm(const File& file) {
  const auto includes = file.includes();
  return std::any_of(includes.begin(), includes.end(),
                     [](const auto& include) { return include.starts_with("boost/msm/"); });
}

bool reaches_msm(const File& file) {
  const auto reached = reached_from(file);
  return std::any_of(reached.begin(), reached.end(), names_msm);
}

Paths paths_where(bool (*holds)(const File&)) {
  Paths found;
  for (const auto& file : sources())
    if (holds(file)) found.push_back(file.path);
  return found;
}

bool instantiates(const File& file) {
  return file.path.ends_with(".cpp") && !file.under("tests/must_not_compile") && reaches_msm(file);
}

}  // namespace

TEST_CASE("at most two headers, both in the engine, include Boost.MSM") {
  const auto found = paths_where(names_msm);
  INFO(Catch::StringMaker<Paths>::convert(found));
  CHECK(found.size() <= 2);
  CHECK(std::all_of(found.begin(), found.end(),
                    [](const auto& path) { return path.starts_with("engine/") && path.ends_with(".hpp"); }));
}

TEST_CASE("one .cpp a process instantiates its machine") {
  CHECK(paths_where(instantiates) == Paths{"workflows/machine.cpp"});
}

}  // namespace architecture
