import type { Kept } from "../api/types";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";

interface Line extends Kept {
  name: string;
}

// How the three promises have been kept so far: counts, and never a rate without them.
export function Promises({ summary }: { summary: Record<string, Kept> }) {
  const t = useWords();
  const { words } = useSession();
  const rows: Line[] = ["reception", "plan", "visit"].flatMap((name) => {
    const kept = summary[name];
    return kept ? [{ name, ...kept }] : [];
  });
  const columns: Column<Line>[] = [
    { head: t.deadline, main: true, cell: (row) => words.deadlines[row.name] ?? row.name },
    { head: t.onTime, number: true, cell: (row) => row.on_time },
    { head: t.doneLate, number: true, cell: (row) => row.late },
    { head: t.overdue, number: true, cell: (row) => row.overdue },
    { head: t.open, number: true, cell: (row) => row.open },
  ];
  return (
    <Section title={t.promises}>
      <Table caption={t.promises} columns={columns} rows={rows} name={(row) => row.name} small />
    </Section>
  );
}
