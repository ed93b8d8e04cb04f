import { useName } from "../parts/section";
import { useWords } from "../words/language";

// Days as YYYY-MM-DD, both counted in.
export interface Period {
  from: string;
  to: string;
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

// The month `back` months before the month of an instant.
export function monthOf(now: string, back: number): Period {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1 - back];
  return { from: day(year, month, 1), to: day(year, month + 1, 0) };
}

function yearOf(now: string): Period {
  return { from: `${now.slice(0, 4)}-01-01`, to: `${now.slice(0, 4)}-12-31` };
}

function DayInput({ label, value, set }: { label: string; value: string; set: (value: string) => void }) {
  const id = useName("d");
  return (
    <span class="choose">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        onChange={(event) => (event.target as HTMLInputElement).value && set((event.target as HTMLInputElement).value)}
      />
    </span>
  );
}

export function PeriodChoice({
  period,
  now,
  choose,
}: {
  period: Period;
  now: string;
  choose: (period: Period) => void;
}) {
  const t = useWords();
  const ready: [string, Period][] = [
    [t.thisMonth, monthOf(now, 0)],
    [t.lastMonth, monthOf(now, 1)],
    [t.thisYear, yearOf(now)],
  ];
  return (
    <div class="period" role="group" aria-label={t.period}>
      {ready.map(([name, one]) => (
        <button
          key={name}
          type="button"
          aria-pressed={one.from === period.from && one.to === period.to}
          onClick={() => choose(one)}
        >
          {name}
        </button>
      ))}
      <DayInput label={t.fromDay} value={period.from} set={(from) => choose({ ...period, from })} />
      <DayInput label={t.toDay} value={period.to} set={(to) => choose({ ...period, to })} />
    </div>
  );
}
