import { useState } from "preact/hooks";
import type { Deadline } from "../api/types";
import { LightMark } from "../parts/light";
import { Provisional } from "../parts/provisional";
import { Remaining } from "../parts/remaining";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { moment } from "../words/moments";
import { runs } from "./case_facts";
import { Explanation } from "./explanation";

const nameOf = (row: Deadline): string => `${row.deadline}.${row.cycle}`;

// How a limit stands: ticking while it runs, its judgement once it is met or stopped.
function Standing({ row }: { row: Deadline }) {
  const t = useWords();
  if (row.paused) return <span class="tag">{t.paused}</span>;
  if (runs(row)) return <Remaining due={row.due} light={row.light} />;
  const light = row.status === "on_time" ? "green" : row.status === "late" ? "red" : null;
  return light ? <LightMark light={light} text={row.status_label} /> : <span>{row.status_label}</span>;
}

export function Deadlines({ id, deadlines }: { id: string; deadlines: Deadline[] }) {
  const t = useWords();
  const [open, setOpen] = useState<Deadline | null>(null);
  const toggle = (row: Deadline): void => setOpen(open && nameOf(open) === nameOf(row) ? null : row);
  const isOpen = (row: Deadline): boolean => open !== null && nameOf(open) === nameOf(row);
  const columns: Column<Deadline>[] = [
    {
      head: t.deadline,
      main: true,
      cell: (row) => (
        <>
          {row.label}
          {row.cycle > 1 && ` (${row.cycle})`}
        </>
      ),
    },
    { head: t.status, cell: (row) => <Standing row={row} /> },
    {
      head: t.due,
      cell: (row) => (
        <>
          {moment(t, row.due)} <Provisional is={row.provisional} />
        </>
      ),
    },
    { head: t.met, cell: (row) => (row.met ? moment(t, row.met) : "") },
    {
      head: t.howCounted,
      screen: true,
      cell: (row) => (
        <button
          type="button"
          class="quiet"
          aria-expanded={isOpen(row)}
          aria-label={`${isOpen(row) ? t.close : t.show} ${t.howCounted}: ${row.label}`}
          onClick={() => toggle(row)}
        >
          {isOpen(row) ? t.close : t.show}
        </button>
      ),
    },
  ];
  return (
    <>
      <Table
        caption={t.deadlines}
        columns={columns}
        rows={deadlines}
        name={nameOf}
        kind={(row) => (row.standard ? "standard" : "")}
      />
      {open && <Explanation key={nameOf(open)} id={id} of={open} />}
    </>
  );
}
