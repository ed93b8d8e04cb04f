import { useMemo } from "preact/hooks";
import type { Figures } from "../api/types";
import { Chart } from "../charts/chart";
import { colours, lyingBars } from "../charts/options";
import { Table, type Column } from "../parts/table";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { percentOf } from "./rates";

interface Line {
  name: string;
  label: string;
  cases: number;
}

function Intake({ title, head, lines }: { title: string; head: string; lines: Line[] }) {
  const t = useWords();
  const total = lines.reduce((sum, line) => sum + line.cases, 0);
  const option = useMemo(
    () =>
      lyingBars(
        lines.map((line) => line.label),
        [{ name: t.count, colour: colours.plain, values: lines.map((line) => line.cases) }],
      ),
    [lines, t],
  );
  const columns: Column<Line>[] = [
    { head, main: true, cell: (row) => row.label },
    { head: t.count, number: true, cell: (row) => row.cases },
    { head: t.ofAll, number: true, cell: (row) => `${percentOf(row.cases, total) ?? 0} %` },
  ];
  if (lines.length === 0) return null;
  return (
    <Chart
      title={title}
      description={t.chart(title, lines.map((line) => `${line.label} ${line.cases}`).join("; "))}
      option={option}
      height={Math.min(6, Math.max(2, Math.ceil(lines.length / 3)))}
    >
      <Table caption={title} columns={columns} rows={lines} name={(row) => row.name} small />
    </Chart>
  );
}

const byCount = (lines: Line[]): Line[] => [...lines].sort((a, b) => b.cases - a.cases);

// What came in, by type and by the way it came, the most first.
export function IntakeCharts({ figures }: { figures: Figures }) {
  const t = useWords();
  const { words } = useSession();
  const types = useMemo(
    () =>
      byCount(
        figures.intake.by_type.map((one) => ({
          name: one.type,
          cases: one.cases,
          label: words.kinds.find((kind) => kind.code === one.type)?.label ?? (one.type || t.untyped),
        })),
      ),
    [figures, words, t],
  );
  const channels = useMemo(
    () =>
      byCount(
        figures.intake.by_channel.map((one) => ({
          name: one.channel,
          cases: one.cases,
          label: words.channels.find((channel) => channel.code === one.channel)?.label ?? one.channel,
        })),
      ),
    [figures, words],
  );
  return (
    <>
      <Intake title={t.intakeByType} head={t.type} lines={types} />
      <Intake title={t.intakeByChannel} head={t.channel} lines={channels} />
    </>
  );
}
