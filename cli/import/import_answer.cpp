#include "cli/import/import_answer.hpp"

#include "cli/text.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace cli {
namespace {

using engine::mark;
using nlohmann::json;

constexpr std::size_t most_lines = 20;

/// The sentence of a refused row; the names of columns among its words are translated too.
std::string sentence(const Language& language, const RefusedRow& row) {
  std::vector<std::string> words;
  for (const auto& arg : row.args) words.push_back(language.translate(arg));
  return one_line(fill(language.translate(row.message), words));
}

std::string_view charset_word(const LedgerFile& file) {
  return file.charset() == Charset::Gb18030 ? "GB18030" : "UTF-8";
}

int exit_code(const ImportReport& report) {
  if (report.interrupted) return exit_fault;
  return report.refused > 0 ? exit_refused : exit_done;
}

json refusals(const Language& language, const ImportReport& report) {
  auto list = json::array();
  for (const auto& row : report.refused_rows)
    list.push_back({{"line", row.line}, {"code", row.code}, {"message", sentence(language, row)}});
  return list;
}

int tell_json(Session& session, const LedgerFile& file, const ImportReport& report, bool dry_run) {
  session.print({{"kind", file.kind() == FileKind::Csv ? "csv" : "jsonl"},
                 {"charset", charset_word(file)},
                 {"dry_run", dry_run},
                 {"interrupted", report.interrupted},
                 {"read", report.read},
                 {"imported", report.imported},
                 {"already_known", report.already_known},
                 {"refused", report.refused},
                 {"refused_by_reason", report.refused_by_code},
                 {"refusals", refusals(session.language(), report)},
                 {"steps", report.steps},
                 {"inferred", report.inferred},
                 {"new_people", report.new_people},
                 {"ignored_columns", file.ignored()}});
  return exit_code(report);
}

template <class List>
std::string joined(const List& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + one_line(name);
  return text;
}

void tell_refused(Session& session, const ImportReport& report) {
  auto& out = session.out();
  out.line(session.say(mark("Refused: {0} rows"), report.refused));
  for (std::size_t i = 0; i < std::min(most_lines, report.refused_rows.size()); ++i) {
    const auto& row = report.refused_rows[i];
    out.line(session.say(mark("  line {0}: {1}"), row.line, sentence(session.language(), row)));
  }
  if (report.refused > std::int64_t{most_lines})
    out.line(session.say(mark("  and {0} more; --json lists them"), report.refused - std::int64_t{most_lines}));
}

}  // namespace

int tell_import(Session& session, const LedgerFile& file, const ImportReport& report, bool dry_run) {
  if (session.json()) return tell_json(session, file, report, dry_run);
  auto& out = session.out();
  if (dry_run) out.line(session.say(mark("Nothing was written; this is what an import would do:")));
  out.line(session.say(mark("Read: {0} rows ({1})"), report.read, charset_word(file)));
  out.line(session.say(mark("Imported: {0} cases with {1} steps, {2} of them inferred and marked"), report.imported,
                       report.steps, report.inferred));
  if (report.already_known > 0) out.line(session.say(mark("Already known: {0} rows"), report.already_known));
  if (!file.ignored().empty()) out.line(session.say(mark("Columns passed over: {0}"), joined(file.ignored())));
  if (!report.new_people.empty())
    out.line(session.say(mark("Put on the roster, without a role: {0} people"), report.new_people.size()));
  if (report.refused > 0) tell_refused(session, report);
  if (report.interrupted)
    out.line(session.say(mark("Stopped on request. What was imported stays; run it again to go on.")));
  if (report.imported > 0 && !dry_run) out.line(session.say(mark("Next: maotiao check says who is late.")));
  return exit_code(report);
}

}  // namespace cli
