import { useEffect, useRef } from "preact/hooks";
import type { CalendarDay, CalendarYear } from "../api/types";
import { useWords } from "../words/language";
import { weekdayOf } from "../words/moments";
import { kindMark, kindWord } from "./legend";

interface Props {
  calendar: CalendarYear;
  today: string;
  chosen: string;
  choose: ((date: string) => void) | null;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function moved(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

// The weeks of a month from Monday on; null where the week belongs to another month.
function weeksOf(days: CalendarDay[]): (CalendarDay | null)[][] {
  const first = days[0];
  const before = first ? (weekdayOf(first.date) + 6) % 7 : 0;
  const cells = [...Array<null>(before).fill(null), ...days];
  const weeks: (CalendarDay | null)[][] = [];
  for (let at = 0; at < cells.length; at += 7) weeks.push(cells.slice(at, at + 7));
  return weeks;
}

function Day({ day, props, tabbable }: { day: CalendarDay; props: Props; tabbable: boolean }) {
  const t = useWords();
  const { today, chosen, choose } = props;
  const said = `${day.date} ${kindWord(t, day.kind)}${day.name ? ` ${day.name}` : ""}${day.provisional ? ` (${t.provisional})` : ""}`;
  const kind = `day ${day.kind}${day.provisional ? " provisional" : ""}${day.date === today ? " today" : ""}`;
  const inside = (
    <>
      <span aria-hidden="true">{Number(day.date.slice(8))}</span>
      <small aria-hidden="true">{kindMark(t, day.kind)}</small>
      <span class="unseen">{said}</span>
    </>
  );
  if (!choose)
    return (
      <span class={kind} title={said}>
        {inside}
      </span>
    );
  return (
    <button
      type="button"
      class={kind}
      title={said}
      data-date={day.date}
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={day.date === chosen}
      onClick={() => choose(day.date)}
    >
      {inside}
    </button>
  );
}

// A year as twelve months. One day is reached by the Tab key, the others by the arrows from there.
export function YearView(props: Props) {
  const t = useWords();
  const place = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  const { calendar, chosen, choose } = props;
  const first = calendar.days.some((day) => day.date === chosen) ? chosen : calendar.days[0]?.date;

  useEffect(() => {
    if (follow.current) place.current?.querySelector<HTMLElement>(`[data-date="${chosen}"]`)?.focus();
    follow.current = false;
  }, [chosen]);
  const key = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const date = (event.target as HTMLElement).dataset["date"];
    if (!step || !date || !choose) return;
    const next = moved(date, step);
    if (!calendar.days.some((day) => day.date === next)) return;
    event.preventDefault();
    follow.current = true;
    choose(next);
  };
  return (
    <>
      {choose && <p class="faint screen">{t.arrowsHelp}</p>}
      <div class="year" ref={place} onKeyDown={key}>
        {t.months.map((name, month) => (
          <table key={name} class="month">
            <caption>{name}</caption>
            <thead>
              <tr>
                {[1, 2, 3, 4, 5, 6, 0].map((day) => (
                  <th key={day} scope="col">
                    {(t.weekdays[day] ?? "").replace("周", "")}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(calendar.days.filter((day) => Number(day.date.slice(5, 7)) === month + 1)).map((week, index) => (
                <tr key={index}>
                  {week.map((day, at) => (
                    <td key={at}>{day && <Day day={day} props={props} tabbable={day.date === first} />}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}
