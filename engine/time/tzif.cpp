#include "engine/time/tzif.hpp"

namespace engine {
namespace {

constexpr std::size_t header_size = 44;

/// Reads big-endian numbers; after the end every read fails.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  bool skip(std::size_t count) {
    good_ = good_ && count <= rest_.size();
    if (good_) rest_.remove_prefix(count);
    return good_;
  }

  std::int64_t number(std::size_t size) {
    const std::string_view digits = rest_;
    if (!skip(size)) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(digits[i]);
    if (size == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(value));
    return static_cast<std::int64_t>(value);
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

struct Header {
  std::size_t utc, standard, leaps, times, types, characters;

  /// The size of the data after it, with times of so many bytes.
  [[nodiscard]] std::size_t data_size(std::size_t time) const {
    return times * (time + 1) + types * 6 + characters + leaps * (time + 4) + standard + utc;
  }
};

std::optional<Header> read_header(Bytes& bytes) {
  if (bytes.rest().substr(0, 4) != "TZif" || !bytes.skip(20)) return {};
  constexpr std::int64_t most = 100'000;
  std::size_t counts[6];
  for (std::size_t& count : counts) {
    const std::int64_t read = bytes.number(4);
    if (read < 0 || read > most) return {};
    count = static_cast<std::size_t>(read);
  }
  if (!bytes.good() || counts[4] == 0) return {};
  return Header{counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]};
}

std::optional<TzFile> read_data(Bytes& bytes, const Header& header) {
  TzFile file;
  std::vector<std::size_t> kinds;
  std::vector<std::int64_t> offsets;
  for (std::size_t i = 0; i < header.times; ++i) file.shifts.push_back({bytes.number(8), 0});
  for (std::size_t i = 0; i < header.times; ++i) kinds.push_back(static_cast<std::size_t>(bytes.number(1)));
  for (std::size_t i = 0; i < header.types; ++i) {
    offsets.push_back(bytes.number(4));
    bytes.skip(2);
  }
  if (!bytes.skip(header.characters + header.leaps * 12 + header.standard + header.utc)) return {};
  for (std::size_t i = 0; i < header.times; ++i) {
    if (kinds[i] >= offsets.size() || (i > 0 && file.shifts[i].at <= file.shifts[i - 1].at)) return {};
    file.shifts[i].offset = offsets[kinds[i]];
  }
  file.first_offset = offsets.front();
  return file;
}

}  // namespace

std::optional<TzFile> read_tzif(std::string_view text) {
  Bytes bytes(text);
  const auto first = read_header(bytes);
  if (!first || text.size() < header_size || text[4] < '2' || !bytes.skip(first->data_size(4))) return {};
  const auto header = read_header(bytes);
  if (!header || bytes.rest().size() < header->data_size(8)) return {};
  auto file = read_data(bytes, *header);
  if (!file || bytes.rest().substr(0, 1) != "\n") return file;
  const auto footer = bytes.rest().substr(1);
  file->rule = footer.substr(0, footer.find('\n'));
  return file;
}

}  // namespace engine
