import type { Move } from "../api/types";
import { CaseLink } from "../parts/case_link";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { moment } from "../words/moments";

export function MovesTable({ moves }: { moves: Move[] }) {
  const t = useWords();
  const columns: Column<Move>[] = [
    { head: t.case, main: true, cell: (row) => <CaseLink id={row.case} number={row.case} /> },
    { head: t.deadline, cell: (row) => row.label },
    { head: t.movesFrom, cell: (row) => moment(t, row.from) },
    { head: t.movesTo, cell: (row) => moment(t, row.to) },
    { head: t.status, cell: (row) => (row.earlier ? <strong>← {t.earlier}</strong> : `→ ${t.laterMove}`) },
  ];
  return <Table caption={t.preview} columns={columns} rows={moves} name={(row) => `${row.case}.${row.deadline}`} />;
}
