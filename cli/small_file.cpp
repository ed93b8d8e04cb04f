#include "cli/small_file.hpp"

#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <fstream>

namespace cli {
using engine::mark;
using Kind = engine::Error::Kind;

std::string small_file(const std::string& path) {
  constexpr std::size_t most = std::size_t{1} << 20U;
  std::ifstream file(path, std::ios::binary);
  std::string text(most + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad()) throw Fault(Kind::NotFound, "no_file", mark("{0} cannot be read"), path);
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > most) throw Fault(Kind::Usage, "file_too_large", mark("{0} is larger than 1 MiB"), path);
  return text;
}

}  // namespace cli
