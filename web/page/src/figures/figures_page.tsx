import { useState } from "preact/hooks";
import { withLanguage } from "../api/call";
import { query } from "../api/query";
import type { Centres, Figures } from "../api/types";
import { never, useRead } from "../live/use_read";
import { Choose } from "../parts/choose";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { useSession } from "../shell/session";
import { useLanguage } from "../words/language";
import { moment } from "../words/moments";
import { BreachCalendar } from "./breach_calendar";
import { Headline } from "./headline";
import { IntakeCharts } from "./intake_charts";
import { monthOf, PeriodChoice, type Period } from "./period";
import { PromiseCharts } from "./promise_charts";
import { StateTimes } from "./state_times";

// What a period brought: every rate with its parts, every picture with its table.
export function FiguresPage() {
  const { code, t } = useLanguage();
  const { me } = useSession();
  const [period, setPeriod] = useState<Period>(monthOf(me.now, 0));
  const [centre, setCentre] = useState("");
  const centres = useRead<Centres>("/centres");
  const shown = useRead<Figures>(`/figures${query({ ...period, centre })}`, never);
  const names = Object.fromEntries((centres.body?.centres ?? []).map((one) => [one.id, one.name]));
  const choices = (centres.body?.centres ?? []).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Page
      title={t.figures}
      beside={
        <>
          <a href={withLanguage(`/api/v1/figures/table${query({ ...period, centre })}`, code)} download="figures.csv">
            {t.asTable}
          </a>
          <button type="button" class="quiet print" onClick={() => print()}>
            {t.print}
          </button>
        </>
      }
    >
      <div class="filters">
        <PeriodChoice period={period} now={me.now} choose={setPeriod} />
        <Choose label={t.centre} value={centre} choices={choices} choose={setCentre} />
      </div>
      <Reading shown={shown}>
        {(figures) => (
          <>
            <p class="faint">{t.asOf(moment(t, figures.as_of))}</p>
            <Headline figures={figures} />
            <PromiseCharts figures={figures} centres={names} />
            <IntakeCharts figures={figures} />
            <StateTimes figures={figures} />
            <BreachCalendar figures={figures} />
          </>
        )}
      </Reading>
    </Page>
  );
}
