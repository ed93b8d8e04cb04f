#include "engine/error.hpp"
#include "engine/json.hpp"
#include "workflows/facts_json.hpp"
#include "workflows/facts_members.hpp"

#include <fmt/format.h>

namespace workflows {
namespace {

using Json = nlohmann::json;

class Reader {
 public:
  explicit Reader(const Json& object) : object_(object) {}

  template <class Member>
  void operator()(std::string_view name, Member& member) {
    const auto found = object_.find(name);
    if (found == object_.end())
      member = Member{};
    else
      value(*found, member);
  }

 private:
  template <class Plain>
  requires(std::is_arithmetic_v<Plain> || std::is_same_v<Plain, std::string>) static void value(const Json& json,
                                                                                                Plain& out) {
    out = json.get<Plain>();
  }
  static void value(const Json& json, Instant& out) { out = Instant{engine::Milliseconds{json.get<std::int64_t>()}}; }
  template <class Enum>
  requires std::is_enum_v<Enum>
  static void value(const Json& json, Enum& out) { out = static_cast<Enum>(json.get<std::uint8_t>()); }
  template <class Item>
  static void value(const Json& json, std::vector<Item>& out) {
    out.resize(json.size());
    for (std::size_t i = 0; i < out.size(); ++i) value(json.at(i), out[i]);
  }
  template <class Item, std::size_t Size>
  static void value(const Json& json, std::array<Item, Size>& out) {
    for (std::size_t i = 0; i < Size; ++i) value(json.at(i), out[i]);
  }
  template <class Struct>
  requires requires(Struct& object, Reader& reader) { members(reader, object); }
  static void value(const Json& json, Struct& out) {
    Reader inner(json);
    members(inner, out);
  }

  const Json& object_;
};

/// One change of shape: carries facts of `from` to the next version.
struct Upcast {
  int from;
  void (*change)(Json&);
};

constexpr std::array<Upcast, 0> upcasts{};  // the first shape has no older one

void carry_over(Json& facts, int version) {
  for (const Upcast& upcast : upcasts)
    if (upcast.from >= version) upcast.change(facts);
}

}  // namespace

void from_json(std::string_view text, int version, Facts& facts) {
  using engine::Error;
  if (version > facts_version)
    throw Error(Error::Kind::Fault, "facts_newer",
                fmt::format("the case was written by a newer program (facts {}, this one reads up to {}); update it",
                            version, facts_version));
  try {
    Json json = Json::parse(text);
    carry_over(json, version);
    Reader reader(json);
    members(reader, facts);
  } catch (const nlohmann::json::exception& fault) {
    throw Error(Error::Kind::Fault, "facts_unreadable",
                fmt::format("the stored facts cannot be read: {}", fault.what()));
  }
}

}  // namespace workflows
