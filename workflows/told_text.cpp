#include "engine/error.hpp"
#include "engine/json.hpp"
#include "workflows/reread.hpp"
#include "workflows/slot_reader.hpp"
#include "workflows/told.hpp"

#include <charconv>

namespace workflows {

namespace {

/// Reads the JSON that a history entry holds without building a tree. It gives up (and the slow way is taken) at
/// anything but a flat object of plain strings, whole numbers, true, false and lists of plain strings.
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}

  bool take(char wanted) {
    skip_space();
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take(std::string_view word) {
    skip_space();
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  bool string(std::string_view& out) {
    if (!take('"')) return false;
    const auto end = rest_.find_first_of("\"\\");
    if (end == std::string_view::npos || rest_[end] == '\\') return false;
    out = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return true;
  }
  bool number(std::int64_t& out) {
    skip_space();
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
    if (error != std::errc{}) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return rest_.empty() || (rest_.front() != '.' && rest_.front() != 'e' && rest_.front() != 'E');
  }
  bool done() {
    skip_space();
    return rest_.empty();
  }

 private:
  void skip_space() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
  }
  std::string_view rest_;
};

bool read_list(Scan& scan, Told& told, const FieldSpec* spec) {
  std::vector<std::string_view> items;
  if (!scan.take('[')) return false;
  if (!scan.take(']')) {
    do {
      std::string_view item;
      if (!scan.string(item)) return false;
      items.push_back(item);
    } while (scan.take(','));
    if (!scan.take(']')) return false;
  }
  if (spec) told.add_list(spec->field, items);
  return true;
}

bool read_plain(Scan& scan, Told& told, const FieldSpec* spec) {
  std::string_view text;
  if (scan.string(text)) {
    const auto slot = spec ? slot_of_text(*spec, text) : std::nullopt;
    if (slot) told.add(*slot);
    return true;
  }
  std::int64_t number = 0;
  if (scan.take("true"))
    number = 1;
  else if (!scan.take("false") && !scan.number(number))
    return false;
  if (spec) told.add({spec->field, {}, number});
  return true;
}

bool read_object(Scan scan, Told& told) {
  if (!scan.take('{')) return false;
  if (scan.take('}')) return scan.done();
  do {
    std::string_view name;
    if (!scan.string(name) || !scan.take(':')) return false;
    const FieldSpec* spec = find_spec(told.event, name);
    Scan ahead = scan;
    if (ahead.take('[') ? !read_list(scan, told, spec) : !read_plain(scan, told, spec)) return false;
  } while (scan.take(','));
  return scan.take('}') && scan.done();
}

}  // namespace

Told reread_fields(Event event, std::string_view fields) {
  Told told;
  told.event = event;
  if (read_object(Scan(fields), told)) return told;
  try {
    return reread_slowly(event, fields);
  } catch (const nlohmann::json::exception& fault) {
    throw engine::Error(engine::Error::Kind::Fault, "bad_history_fields",
                        "a history entry holds fields that are not JSON: " + std::string(fault.what()));
  }
}

}  // namespace workflows
