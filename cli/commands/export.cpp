#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files/csv_writer.hpp"
#include "cli/import/history_line.hpp"
#include "cli/session.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"--format", "jsonl|csv", mark("jsonl keeps everything and can be imported again; csv is for a spreadsheet")},
      {"--case", "CASE", mark("only this case")},
      {"--bom", "", mark("a byte order mark in front of the CSV, for WPS and Excel")},
  };
}

void begin(Session& session, bool csv, bool bom) {
  if (!csv) return;
  std::string heading = bom ? "\xEF\xBB\xBF" : "";
  add_csv_row(heading, history_columns);
  session.out().write(heading);
}

int run(Session& session, const Arguments& arguments) {
  const auto format = arguments.text_or("--format", "jsonl");
  if (format != "jsonl" && format != "csv") throw wrong_words(mark("--format is jsonl or csv, not {0}"), format);
  const bool csv = format == "csv";
  const auto word = arguments.text("--case");
  const auto one = word ? session.find(*word, "export").id : std::string();
  begin(session, csv, arguments.has("--bom"));
  std::string line;
  const auto write = [&](const engine::HistoryEntry& entry) {
    line.clear();
    csv ? add_history_row(line, entry) : add_history_line(line, entry);
    session.out().write(line);
    return true;
  };
  session.store().read([&](engine::Reading& reading) {
    if (one.empty()) {
      auto sight = session.desk().sight(reading, session.actor());
      reading.each_entry(
          [&](const engine::HistoryEntry& entry) { return !sight.sees(reading, entry.case_id) || write(entry); });
      return;
    }
    for (const auto& entry : reading.history(one)) write(entry);
  });
  return exit_done;
}

}  // namespace

const Command export_command{options, "export --format jsonl", run};

}  // namespace cli
