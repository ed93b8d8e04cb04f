#include "storage/work_list_check.hpp"

#include "engine/mark.hpp"
#include "storage/case_rows.hpp"
#include "storage/clock_columns.hpp"

#include <array>
#include <optional>

#include <fmt/format.h>

namespace storage {
namespace {

using engine::mark;

constexpr std::array<const char*, 7> names{"case_number", "ref",     "holder",       "centre",
                                           "state",       "warn_at", "next_alert_at"};
constexpr std::size_t of_the_case = 5;                  // so many of them repeat what the case says
using Columns = std::array<std::string, names.size()>;  // as SQL writes them: NULL, a number, or a text in quotes

const std::string none = "NULL";
constexpr int most_clocks = 20;  // named one by one; a database can hold a million

// Ended clocks only if they carry anything: there are many more of them.
constexpr const char* clocks_and_columns =
    "SELECT case_id, c.number, quote(d.case_number), quote(d.ref), quote(d.holder), quote(d.centre), quote(d.state), "
    "quote(d.warn_at), quote(d.next_alert_at), quote(c.number), quote(c.ref), quote(c.holder), quote(c.centre), "
    "quote(c.state), case_id, " MAOTIAO_DEADLINE_COLUMNS
    " FROM deadlines d JOIN cases c ON c.org = d.org AND c.id = d.case_id WHERE d.org = ? AND "
    "(d.met IS NULL AND d.stopped IS NULL OR coalesce(d.case_number, d.ref, d.holder, d.centre, d.state, d.warn_at, "
    "d.next_alert_at) IS NOT NULL)";

std::string number_of(std::optional<engine::Instant> at) {
  return at ? std::to_string(at->time_since_epoch().count()) : none;
}

/// One row of the statement above.
struct Listed {
  std::string case_id, case_number;
  engine::Deadline clock;
  Columns stored, real;
};

void read(Row row, CaseRows& rows, Listed& out) {
  row >> out.case_id >> out.case_number;
  for (std::string& column : out.stored) row >> column;
  for (std::size_t i = 0; i < of_the_case; ++i) row >> out.real[i];
  CaseRows::read(row, out.clock);
  if (!is_counting(out.clock)) return out.real.fill(none);
  out.real[of_the_case] = number_of(warn_at(out.clock));
  out.real[of_the_case + 1] = number_of(rows.next_alert(out.case_id, out.clock));
}

void name_differences(const Listed& listed, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (listed.stored[i] != listed.real[i])
      out.push_back(
          fmt::format(mark("The work list of case {0} is not that of its limit {1}: {2} is {3}, made anew {4}."),
                      listed.case_number, listed.clock.name, names[i], listed.stored[i], listed.real[i]));
}

}  // namespace

void check_work_list(Connection& connection, const std::string& org, std::vector<std::string>& out) {
  CaseRows rows(connection, org);
  Query query = connection.take(clocks_and_columns);
  query.with(org);
  Listed listed;
  for (int amiss = 0; query.step();) {
    read(query.row(), rows, listed);
    if (listed.stored == listed.real) continue;
    if (++amiss > most_clocks) {
      out.emplace_back(mark("The work lists of more limits differ."));
      return;
    }
    name_differences(listed, out);
  }
}

}  // namespace storage
