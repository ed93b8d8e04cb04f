import type { Case, Process } from "../api/types";

// Whether a step owes a reason for being late: every row that it may take meets a promise whose limit has passed.
// The server has the last word, and asks for the reason itself where only some of the rows do.
export function owesReason(process: Process | null, found: Case, event: string): boolean {
  const passed = found.deadlines.filter((one) => one.late_reason_needed).map((one) => `meet ${one.deadline}`);
  const rows = process?.rows.filter((row) => row.event === event && row.from === found.state) ?? [];
  return rows.length > 0 && rows.every((row) => row.clocks.split(", ").some((clock) => passed.includes(clock)));
}
