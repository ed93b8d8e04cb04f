import { useState } from "preact/hooks";
import type { CalendarYear } from "../api/types";
import { never, useRead } from "../live/use_read";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { DayForm } from "./day_form";
import { Legend } from "./legend";
import { YearView } from "./year_view";

// The working days that every limit counts on; whoever may, decides a day here after seeing what it moves.
export function CalendarPage() {
  const t = useWords();
  const { me, can } = useSession();
  const [year, setYear] = useState(Number(me.now.slice(0, 4)));
  const [day, setDay] = useState(me.now.slice(0, 10));
  const shown = useRead<CalendarYear>(`/calendar?year=${year}`, never);
  return (
    <Page title={`${t.calendar} ${year}`}>
      <div class="filters">
        <button type="button" onClick={() => setYear(year - 1)}>
          {t.previousYear}
        </button>
        <button type="button" onClick={() => setYear(year + 1)}>
          {t.nextYear}
        </button>
      </div>
      <Reading shown={shown}>
        {(calendar) => (
          <>
            <p class="faint">
              {t.calendarRevision}: {calendar.revision}.{" "}
              {calendar.covered_until && t.coveredUntil(calendar.covered_until)}
            </p>
            <Legend />
            {can("calendar") && <DayForm day={day} choose={setDay} saved={shown.again} />}
            <YearView
              calendar={calendar}
              today={me.now.slice(0, 10)}
              chosen={day}
              choose={can("calendar") ? setDay : null}
            />
          </>
        )}
      </Reading>
    </Page>
  );
}
