import { useState } from "preact/hooks";
import type { NightLine, NightReport, NightRow } from "../api/types";
import { useRead } from "../live/use_read";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { moment } from "../words/moments";

function OneNight({ day }: { day: string }) {
  const t = useWords();
  const shown = useRead<NightReport>(`/nights/${day}`);
  const columns: Column<NightRow>[] = [
    { head: t.caseHead, main: true, cell: (row) => row.case },
    { head: t.promise, cell: (row) => row.deadline_label },
    { head: t.startAt, cell: (row) => moment(t, row.due) },
    { head: t.holder, cell: (row) => row.holder_name },
    { head: t.centre, cell: (row) => row.centre_name },
  ];
  columns[2] = { head: t.lastDay, cell: (row) => moment(t, row.due) };
  return (
    <Section title={t.nightOf(day)}>
      <Reading shown={shown}>
        {(body) => (
          <>
            <p class="faint">{t.asOf(moment(t, body.as_of))}</p>
            {([body.overdue, body.limits_overdue, body.due_soon, body.limits_due_soon] as const).map((list, at) => {
              const title = [t.red, t.overdueCount, t.amber, t.limitsSoon][at] ?? "";
              if (!list) return null; // not in every older night
              return (
                <div key={at}>
                  <h3>
                    {title} {list.count}
                  </h3>
                  {list.rows.length > 0 && (
                    <Table
                      caption={title}
                      columns={columns}
                      rows={list.rows}
                      name={(row) => `${row.case} ${row.deadline} ${row.due}`}
                    />
                  )}
                </div>
              );
            })}
          </>
        )}
      </Reading>
    </Section>
  );
}

// What the run of each night said, and one of them whole.
export function NightList() {
  const t = useWords();
  const shown = useRead<{ nights: NightLine[] }>("/nights");
  const [day, setDay] = useState("");
  const columns: Column<NightLine>[] = [
    {
      head: t.night,
      main: true,
      cell: (row) => (
        <button type="button" class="quiet" onClick={() => setDay(row.day)}>
          {row.day}
        </button>
      ),
    },
    { head: t.openCases, number: true, cell: (row) => row.open },
    { head: t.overdueCount, number: true, cell: (row) => row.overdue },
    { head: t.missedSince, cell: (row) => row.missed_from ?? "" },
    { head: t.digest, cell: (row) => <code>{row.digest.slice(0, 16)}</code> },
  ];
  return (
    <>
      <Section title={t.nights}>
        <Reading shown={shown}>
          {(body) =>
            body.nights.length === 0 ? (
              <p>{t.noNights}</p>
            ) : (
              <Table caption={t.nights} columns={columns} rows={body.nights} name={(row) => row.day} />
            )
          }
        </Reading>
      </Section>
      {day && <OneNight key={day} day={day} />}
    </>
  );
}
