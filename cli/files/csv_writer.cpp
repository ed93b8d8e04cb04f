#include "cli/files/csv_writer.hpp"

namespace cli {
namespace {

void add_field(std::string& out, std::string_view field) {
  const bool formula = !field.empty() && std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
  const bool quoted = field.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (const char byte : field) {
    if (byte == '"') out += '"';
    out += byte;
  }
  if (quoted) out += '"';
}

}  // namespace

void add_csv_row(std::string& out, std::span<const std::string_view> fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += ',';
    add_field(out, fields[i]);
  }
  out += "\r\n";
}

}  // namespace cli
