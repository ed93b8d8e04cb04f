import { useState } from "preact/hooks";
import { send, withLanguage, type Answer } from "../api/call";
import type { Field, HappeningBody, StepTaken } from "../api/types";
import { Taken } from "../case/taken";
import { HappeningForm } from "../form/happening_form";
import { changedHere } from "../live/live";
import { useRead } from "../live/use_read";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { useSession } from "../shell/session";
import { useLanguage } from "../words/language";

// Most people walk in: that way stands chosen.
function start(fields: Field[]): Record<string, string> {
  const channel = fields.find((field) => field.name === "channel");
  return channel?.choices?.some((choice) => choice.value === "visit") ? { channel: "visit" } : {};
}

// Recording an arrival: the clock of reception runs from here, so little is asked.
export function ArrivePage() {
  const { code, t } = useLanguage();
  const { me } = useSession();
  const form = useRead<{ fields: Field[] }>("/arrive");
  const [taken, setTaken] = useState<StepTaken | null>(null);
  const sent = (body: HappeningBody, key: string): Promise<Answer<StepTaken>> =>
    send<StepTaken>(withLanguage("/cases", code), { method: "POST", body, key, csrf: me.csrf });
  const done = (step: StepTaken): void => {
    setTaken(step);
    changedHere([step.id]);
  };
  if (taken) {
    return (
      <Page title={t.arrive}>
        <p class="big">{taken.case}</p>
        <Taken taken={taken} />
        <p class="actions">
          <a class="button main" href={`/cases/${encodeURIComponent(taken.id)}?do=receive`}>
            {t.receive}
          </a>
          <a class="button" href={`/cases/${encodeURIComponent(taken.id)}`}>
            {t.openCase}
          </a>
          <button type="button" onClick={() => setTaken(null)}>
            {t.arriveNext}
          </button>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t.arrive}>
      <p class="faint">{t.arriveHelp}</p>
      <Reading shown={form}>
        {(body) => (
          <div class="form">
            <HappeningForm
              fields={body.fields}
              lateReason={false}
              submit={t.arrive}
              start={start(body.fields)}
              fold={["emergency"]}
              sent={sent}
              done={done}
            />
          </div>
        )}
      </Reading>
    </Page>
  );
}
