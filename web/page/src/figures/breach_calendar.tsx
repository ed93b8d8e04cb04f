import { useMemo } from "preact/hooks";
import type { Figures } from "../api/types";
import { Chart } from "../charts/chart";
import { heat } from "../charts/options";
import { Table, type Column } from "../parts/table";
import { useLanguage } from "../words/language";
import { dayWords } from "../words/moments";

type Breach = Figures["breaches"][number];

// The year of the period, so that a cell stays the size of a day whatever was chosen.
function yearOf(figures: Figures): [string, string] {
  const first = figures.breaches[0]?.date ?? figures.from;
  return [`${first.slice(0, 4)}-01-01`, `${figures.to.slice(0, 4)}-12-31`];
}

export function BreachCalendar({ figures }: { figures: Figures }) {
  const { code, t } = useLanguage();
  const option = useMemo(() => heat(yearOf(figures), figures.breaches, code), [figures, code]);
  const columns: Column<Breach>[] = [
    { head: t.date, main: true, cell: (row) => dayWords(t, row.date) },
    { head: t.count, number: true, cell: (row) => row.count },
  ];
  const said = t.chart(t.breaches, figures.breaches.map((one) => `${one.date} ${one.count}`).join("; ") || t.none);
  return (
    <Chart title={t.breaches} description={said} option={option} height={2}>
      {figures.breaches.length === 0 ? (
        <p class="faint">{t.noData}</p>
      ) : (
        <Table caption={t.breaches} columns={columns} rows={figures.breaches} name={(row) => row.date} small />
      )}
    </Chart>
  );
}
