#include "cli/files/file_kind.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <array>

namespace cli {
namespace {

using std::string_view_literals::operator""sv;

struct Signature {
  std::string_view bytes;
  const char* code;
  const char* message;
};

constexpr std::array signatures{
    Signature{"PK\x03\x04"sv, "workbook", engine::mark("this is a workbook (.xlsx); save it as CSV (UTF-8) first")},
    Signature{"\xD0\xCF\x11\xE0"sv, "workbook",
              engine::mark("this is a workbook (.xls); save it as CSV (UTF-8) first")},
    Signature{"SQLite format 3\0"sv, "database", engine::mark("this is a database; give it with --db, or use restore")},
    Signature{"\xFF\xFE"sv, "utf16", engine::mark("the file is UTF-16; save it as CSV (UTF-8) or GB18030 first")},
    Signature{"\xFE\xFF"sv, "utf16", engine::mark("the file is UTF-16; save it as CSV (UTF-8) or GB18030 first")},
    Signature{"["sv, "json_array", engine::mark("this is one JSON array; give one JSON object a line")},
};

[[noreturn]] void refuse(const char* code, const char* message) {
  throw engine::Error(engine::Error::Kind::Usage, code, message);
}

}  // namespace

FileKind kind_of_file(std::string_view beginning) {
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  const auto first = beginning.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) refuse("empty_file", engine::mark("the file is empty"));
  beginning.remove_prefix(first);
  for (const auto& signature : signatures)
    if (beginning.starts_with(signature.bytes)) refuse(signature.code, signature.message);
  return beginning.front() == '{' ? FileKind::JsonLines : FileKind::Csv;
}

}  // namespace cli
