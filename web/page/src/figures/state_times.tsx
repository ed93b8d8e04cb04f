import { useMemo } from "preact/hooks";
import type { Figures } from "../api/types";
import { Chart } from "../charts/chart";
import { colours, lyingBars } from "../charts/options";
import { Table, type Column } from "../parts/table";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { span } from "../words/moments";

interface Line {
  name: string;
  label: string;
  cases: number;
  mean: number;
  longest: number;
}

// How long cases stood in each state, in the order of the process.
export function StateTimes({ figures }: { figures: Figures }) {
  const t = useWords();
  const { words } = useSession();
  const lines = useMemo<Line[]>(() => {
    const names = Object.keys(words.states);
    return Object.entries(figures.time_in_state)
      .map(([name, one]) => ({
        name,
        label: words.states[name] ?? name,
        cases: one.cases,
        mean: one.mean_seconds,
        longest: one.longest_seconds,
      }))
      .sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
  }, [figures, words]);
  const option = useMemo(
    () =>
      lyingBars(
        lines.map((line) => line.label),
        [{ name: t.mean, colour: colours.plain, values: lines.map((line) => Math.round(line.mean / 360) / 10) }],
        t.hours,
      ),
    [lines, t],
  );
  const columns: Column<Line>[] = [
    { head: t.state, main: true, cell: (row) => row.label },
    { head: t.count, number: true, cell: (row) => row.cases },
    { head: t.mean, number: true, cell: (row) => span(t, row.mean) },
    { head: t.longest, number: true, cell: (row) => span(t, row.longest) },
  ];
  if (lines.length === 0) return null;
  return (
    <Chart
      title={t.timeInState}
      description={t.chart(t.timeInState, lines.map((line) => `${line.label} ${span(t, line.mean)}`).join("; "))}
      option={option}
      height={Math.min(5, Math.max(2, Math.ceil(lines.length / 2)))}
    >
      <Table caption={t.timeInState} columns={columns} rows={lines} name={(row) => row.name} small />
    </Chart>
  );
}
