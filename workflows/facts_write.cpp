#include "workflows/facts_json.hpp"
#include "workflows/facts_members.hpp"

#include <charconv>
#include <string>
#include <utility>

namespace workflows {
namespace {

/// Appends members to a JSON text without building a tree; members at their default are left out.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  template <class Member>
  void operator()(std::string_view name, Member& member) {
    if (member == Member{}) return;
    out_ += first_ ? "\"" : ",\"";
    first_ = false;
    out_ += name;
    out_ += "\":";
    value(member);
  }

 private:
  void value(bool flag) { out_ += flag ? "true" : "false"; }
  void value(std::int64_t number) {
    char digits[24];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }
  void value(int number) { value(std::int64_t{number}); }
  void value(Instant at) { value(std::int64_t{at.time_since_epoch().count()}); }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void value(Enum word) { value(static_cast<std::int64_t>(word)); }
  void value(const std::string& text) {
    out_ += '"';
    for (const char c : text) character(c);
    out_ += '"';
  }
  void character(char c) {
    constexpr char hex[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out_ += '\\';
    if (byte >= 0x20) {
      out_ += c;
      return;
    }
    out_ += "\\u00";
    out_ += hex[byte >> 4U];
    out_ += hex[byte & 15U];
  }
  void value(std::string& text) { value(std::as_const(text)); }  // or it would be taken for a list of bytes
  template <class List>
  requires requires(List list) { list.begin(); }
  void value(List& list) {
    out_ += '[';
    bool first = true;
    for (auto& item : list) {
      if (!first) out_ += ',';
      first = false;
      value(item);
    }
    out_ += ']';
  }
  template <class Struct>
  requires requires(Struct& object, Writer& writer) { members(writer, object); }
  void value(Struct& object) {
    out_ += '{';
    Writer inner(out_);
    members(inner, object);
    out_ += '}';
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::string to_json(const Facts& facts) {
  std::string out;
  out.reserve(512);
  out += '{';
  Writer writer(out);
  members(writer, const_cast<Facts&>(facts));  // the archive of a writer never changes a member
  out += '}';
  return out;
}

}  // namespace workflows
