#include "cli/import/history_line.hpp"

#include "cli/files/csv_writer.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

#include <utility>

namespace cli {
namespace {

using engine::mark;
using nlohmann::json;

std::string json_text(std::string_view text) { return json(text).dump(-1, ' ', false, json::error_handler_t::replace); }

/// As told where it is JSON; a damaged text goes out as a string, so that the line stays readable.
std::string fields_json(const std::string& fields) { return json::accept(fields) ? fields : json_text(fields); }

std::string text_at(const json& line, const char* key) {
  const auto& value = line.at(key);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::int64_t whole_number(const json& value) {
  if (!value.is_number_integer())
    throw wrong_words(mark("it is not a line of an exported history (maotiao export --format jsonl)"));
  return value.get<std::int64_t>();
}

engine::HistoryEntry read(const json& line) {
  const auto utc = engine::Zone::utc();
  const auto text = [&](const char* key) { return line.at(key).get<std::string>(); };
  const auto instant = [&](const char* key) { return engine::parse_instant(text(key), utc); };
  return {text("case_id"),
          whole_number(line.at("seq")),
          text("event"),
          text("state_before"),
          text("state_after"),
          instant("occurred_at"),
          instant("recorded_at"),
          text("actor"),
          text("centre"),
          text("holder"),
          engine::origin_from(text("origin")),
          line.at("late_entry").get<bool>(),
          text_at(line, "fields"),
          text("clocks"),
          text("prev_hash"),
          text("hash")};
}

}  // namespace

void add_history_line(std::string& out, const engine::HistoryEntry& e) {
  const std::array<std::string, history_columns.size()> values{json_text(e.case_id),
                                                               std::to_string(e.seq),
                                                               json_text(e.event),
                                                               json_text(e.state_before),
                                                               json_text(e.state_after),
                                                               json_text(engine::format_utc(e.occurred_at)),
                                                               json_text(engine::format_utc(e.recorded_at)),
                                                               json_text(e.actor),
                                                               json_text(e.centre),
                                                               json_text(e.holder),
                                                               json_text(engine::to_word(e.origin)),
                                                               e.late_entry ? "true" : "false",
                                                               fields_json(e.fields),
                                                               json_text(e.clocks),
                                                               json_text(e.prev_hash),
                                                               json_text(e.hash)};
  char between = '{';
  for (std::size_t i = 0; i < values.size(); ++i) {
    out.append(1, std::exchange(between, ','))
        .append(1, '"')
        .append(history_columns[i])
        .append("\":")
        .append(values[i]);
  }
  out += "}\n";
}

void add_history_row(std::string& out, const engine::HistoryEntry& e) {
  const auto seq = std::to_string(e.seq);
  const auto occurred = engine::format_utc(e.occurred_at);
  const auto recorded = engine::format_utc(e.recorded_at);
  const std::array<std::string_view, history_columns.size()> values{e.case_id,
                                                                    seq,
                                                                    e.event,
                                                                    e.state_before,
                                                                    e.state_after,
                                                                    occurred,
                                                                    recorded,
                                                                    e.actor,
                                                                    e.centre,
                                                                    e.holder,
                                                                    engine::to_word(e.origin),
                                                                    e.late_entry ? "1" : "0",
                                                                    e.fields,
                                                                    e.clocks,
                                                                    e.prev_hash,
                                                                    e.hash};
  add_csv_row(out, values);
}

engine::HistoryEntry history_from_line(const std::string& line) {
  try {
    return read(json::parse(line));
  } catch (const json::exception&) {
    throw wrong_words(mark("it is not a line of an exported history (maotiao export --format jsonl)"));
  }
}

}  // namespace cli
