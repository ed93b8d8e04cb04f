import type { Duty } from "../api/types";
import { CaseLink } from "../parts/case_link";
import { Remaining } from "../parts/remaining";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { moment } from "../words/moments";

// Questions to answer and joint tasks to report on, whoever holds the case.
export function DutyTable({ duties }: { duties: Duty[] }) {
  const t = useWords();
  const columns: Column<Duty>[] = [
    { head: t.remaining, cell: (row) => <Remaining due={row.due} light={row.light} /> },
    { head: t.case, main: true, cell: (row) => <CaseLink id={row.id} number={row.case} step={row.step} /> },
    { head: t.asked, cell: (row) => `${row.label} ${row.number}. ${row.text}` },
    { head: t.due, cell: (row) => moment(t, row.due) },
  ];
  const rows = [...duties].sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
  return (
    <Table
      caption={t.askedOfMe}
      columns={columns}
      rows={rows}
      name={(row) => `${row.id}.${row.step}.${row.number}`}
      kind={(row) => row.light}
    />
  );
}
