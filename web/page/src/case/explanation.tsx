import type { Deadline, Explained, ExplainedDay } from "../api/types";
import { useRead } from "../live/use_read";
import { Reading } from "../parts/reading";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { dayWords, moment, timeOf } from "../words/moments";
import type { PageWords } from "../words/zh";

// "2026-05-01 周五", or "2026-05-01 周五 09:10 – 09:40" for a part of a day.
function dayOf(t: PageWords, day: ExplainedDay): string {
  if (!day.from || !day.to || day.from === day.to) return dayWords(t, day.date);
  const same = day.from.slice(0, 10) === day.to.slice(0, 10);
  return `${dayWords(t, day.from)} ${timeOf(day.from)} – ${same ? timeOf(day.to) : moment(t, day.to)}`;
}

// Instants in a sentence as people read them.
const readable = (text: string): string =>
  text.replace(/(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:[+-]\d\d:\d\d|Z)/g, "$1 $2");

function verdictOf(t: PageWords, day: ExplainedDay): string {
  const number = day.number === undefined ? "" : ` ${day.number}`;
  const words: Record<string, string> = {
    start: t.countStart,
    counted: `✓ ${t.counted}${number}`,
    skipped: `– ${t.skippedDay}`,
    due: `■ ${t.due}${number}`,
  };
  return words[day.verdict] ?? day.verdict;
}

function Days({ days, caption }: { days: ExplainedDay[]; caption: string }) {
  const t = useWords();
  const numbered = days.map((day, index) => ({ ...day, index }));
  const columns: Column<ExplainedDay & { index: number }>[] = [
    { head: t.date, main: true, cell: (day) => dayOf(t, day) },
    { head: t.counted, cell: (day) => verdictOf(t, day) },
    { head: t.why, cell: (day) => readable(day.text) },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={numbered}
      name={(day) => String(day.index)}
      small
      kind={(day) => (day.verdict === "skipped" ? "pale" : "")}
    />
  );
}

// The proof of one due date: its rule, where the rule comes from, and every day with whether it counts and why.
export function Explanation({ id, of }: { id: string; of: Deadline }) {
  const t = useWords();
  const shown = useRead<Explained>(`/cases/${encodeURIComponent(id)}/deadlines/${of.deadline}/${of.cycle}`);
  return (
    <div class="explanation" role="region" aria-label={`${t.howCounted}: ${of.label}`}>
      <h3>
        {t.howCounted}: {of.label}
      </h3>
      <Reading shown={shown}>
        {(told) => (
          <>
            <p>
              {t.due}: <strong>{moment(t, told.due)}</strong>
            </p>
            <p class="faint">
              {t.rule}: {told.rule} · {t.source}: {told.source} · {t.calendarRevision}: {told.calendar_revision}
            </p>
            {told.counted_anew && <p class="notice">{t.countedAnew}</p>}
            <Days days={told.explanation} caption={t.howCounted} />
          </>
        )}
      </Reading>
    </div>
  );
}
