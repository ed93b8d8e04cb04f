import type { Centre } from "../api/types";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import type { PageWords } from "../words/zh";

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

// "周一–周五 08:30-12:00 13:30-17:30": days with the same hours together.
function hoursOf(t: PageWords, hours: Record<string, string[]>): string[] {
  const lines: { from: string; to: string; open: string }[] = [];
  for (const day of week) {
    const open = hours[day]?.join(" ") ?? "";
    const last = lines[lines.length - 1];
    if (last?.open === open) last.to = day;
    else lines.push({ from: day, to: day, open });
  }
  const name = (day: string): string => t.hourDays[day] ?? day;
  return lines.map(
    ({ from, to, open }) => `${name(from)}${from === to ? "" : `–${name(to)}`} ${open || t.closedAllDay}`,
  );
}

export function CentreTable({ centres }: { centres: Centre[] }) {
  const t = useWords();
  const name = (id: string): string => centres.find((one) => one.id === id)?.name ?? id;
  const columns: Column<Centre>[] = [
    { head: t.name, main: true, cell: (row) => row.name },
    {
      head: t.centreLevel,
      cell: (row) => `${t.levels[row.level] ?? row.level}${row.parent ? ` · ${name(row.parent)}` : ""}`,
    },
    {
      head: t.openHours,
      cell: (row) => (
        <ul class="plain">
          {hoursOf(t, row.hours).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
    },
    { head: t.timezone, cell: (row) => row.timezone },
  ];
  return <Table caption={t.centres} columns={columns} rows={centres} name={(row) => row.id} />;
}
