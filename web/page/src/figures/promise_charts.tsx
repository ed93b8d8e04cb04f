import { useMemo } from "preact/hooks";
import type { Figures, KeptPromise } from "../api/types";
import { Chart } from "../charts/chart";
import { colours, lyingBars, standingBars } from "../charts/options";
import { Table, type Column } from "../parts/table";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { percent, percentOf } from "./rates";

const order = ["reception", "plan", "visit"];
const shades: Record<string, string> = { reception: "#1d4f6e", plan: "#5a8fb0", visit: "#c77700" };

interface Line extends KeptPromise {
  name: string;
  label: string;
  centre: string;
}
interface MonthLine {
  month: string;
  deadline: string;
  label: string;
  on_time: number;
  late: number;
  overdue: number;
}

function linesOf(all: Record<string, KeptPromise>, labels: Record<string, string>, centre = ""): Line[] {
  return order.flatMap((name) => {
    const kept = all[name];
    return kept ? [{ ...kept, name, label: labels[name] ?? name, centre }] : [];
  });
}

// The months summed over the centres.
function monthsOf(figures: Figures, labels: Record<string, string>): MonthLine[] {
  const found = new Map<string, MonthLine>();
  for (const one of figures.months) {
    const key = `${one.month}.${one.deadline}`;
    const sum = found.get(key) ?? {
      month: one.month,
      deadline: one.deadline,
      label: labels[one.deadline] ?? one.deadline,
      on_time: 0,
      late: 0,
      overdue: 0,
    };
    found.set(key, {
      ...sum,
      on_time: sum.on_time + one.on_time,
      late: sum.late + one.late,
      overdue: sum.overdue + one.overdue,
    });
  }
  return [...found.values()].sort(
    (a, b) => a.month.localeCompare(b.month) || order.indexOf(a.deadline) - order.indexOf(b.deadline),
  );
}

const monthPercent = (line: MonthLine): number | null =>
  percentOf(line.on_time, line.on_time + line.late + line.overdue);

function usePromiseColumns(withCentre: boolean): Column<Line>[] {
  const t = useWords();
  return [
    ...(withCentre ? [{ head: t.centre, main: true, cell: (row: Line) => row.centre }] : []),
    { head: t.deadline, main: !withCentre, cell: (row) => row.label },
    { head: t.onTime, number: true, cell: (row) => row.on_time },
    { head: t.doneLate, number: true, cell: (row) => row.late },
    { head: t.overdue, number: true, cell: (row) => row.overdue },
    { head: t.rate, number: true, cell: (row) => percent(row.on_time_rate) },
  ];
}

// How the promises were kept: over all, by centre, and month by month.
export function PromiseCharts({ figures, centres }: { figures: Figures; centres: Record<string, string> }) {
  const t = useWords();
  const { words } = useSession();
  const labels = words.deadlines;
  const lines = useMemo(() => linesOf(figures.promises.all, labels), [figures, labels]);
  const places = useMemo(
    () => Object.entries(figures.promises.by_centre).flatMap(([id, all]) => linesOf(all, labels, centres[id] ?? id)),
    [figures, labels, centres],
  );
  const months = useMemo(() => monthsOf(figures, labels), [figures, labels]);
  const names = (all: string[]): string[] => [...new Set(all)];

  const byDeadline = useMemo(
    () =>
      lyingBars(
        lines.map((line) => line.label),
        [
          { name: t.onTime, colour: colours.on_time, values: lines.map((line) => line.on_time) },
          { name: t.doneLate, colour: colours.late, values: lines.map((line) => line.late) },
          { name: t.overdue, colour: colours.overdue, values: lines.map((line) => line.overdue) },
        ],
      ),
    [lines, t],
  );
  const byCentre = useMemo(() => {
    const all = names(places.map((line) => line.centre));
    return standingBars(
      all,
      order.map((name) => ({
        name: labels[name] ?? name,
        colour: shades[name] ?? colours.plain,
        values: all.map((centre) => {
          const line = places.find((one) => one.centre === centre && one.name === name);
          return line ? percentOf(line.on_time_rate.part, line.on_time_rate.of) : null;
        }),
      })),
      100,
    );
  }, [places, labels]);
  const byMonth = useMemo(() => {
    const all = names(months.map((line) => line.month));
    return standingBars(
      all,
      order.map((name) => ({
        name: labels[name] ?? name,
        colour: shades[name] ?? colours.plain,
        values: all.map((month) => {
          const line = months.find((one) => one.month === month && one.deadline === name);
          return line ? monthPercent(line) : null;
        }),
      })),
      100,
    );
  }, [months, labels]);

  const said = t.chart(
    t.onTimeByDeadline,
    lines.map((line) => `${line.label} ${percent(line.on_time_rate)}`).join("; "),
  );
  const centreSaid = t.chart(
    t.onTimeByCentre,
    places.map((line) => `${line.centre} ${line.label} ${percent(line.on_time_rate)}`).join("; "),
  );
  const monthRate = (line: MonthLine): string => `${monthPercent(line) ?? "–"} %`;
  const monthSaid = t.chart(
    t.onTimeByMonth,
    months.map((line) => `${line.month} ${line.label} ${monthRate(line)}`).join("; "),
  );
  const monthColumns: Column<MonthLine>[] = [
    { head: t.month, main: true, cell: (row) => row.month },
    { head: t.deadline, cell: (row) => row.label },
    { head: t.onTime, number: true, cell: (row) => row.on_time },
    { head: t.doneLate, number: true, cell: (row) => row.late },
    { head: t.overdue, number: true, cell: (row) => row.overdue },
    { head: t.rate, number: true, cell: monthRate },
  ];
  const columns = usePromiseColumns(false);
  const centreColumns = usePromiseColumns(true);
  if (lines.length === 0) return <p class="empty">{t.noData}</p>;
  return (
    <>
      <Chart title={t.onTimeByDeadline} description={said} option={byDeadline} height={2} help={t.rateHelp}>
        <Table caption={t.onTimeByDeadline} columns={columns} rows={lines} name={(row) => row.name} small />
      </Chart>
      <Chart title={t.onTimeByCentre} description={centreSaid} option={byCentre} height={3}>
        <Table
          caption={t.onTimeByCentre}
          columns={centreColumns}
          rows={places}
          name={(row) => row.centre + row.name}
          small
        />
      </Chart>
      <Chart title={t.onTimeByMonth} description={monthSaid} option={byMonth} height={3}>
        <Table
          caption={t.onTimeByMonth}
          columns={monthColumns}
          rows={months}
          name={(row) => row.month + row.deadline}
          small
        />
      </Chart>
    </>
  );
}
