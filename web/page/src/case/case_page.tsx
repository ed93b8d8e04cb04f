import { useState } from "preact/hooks";
import type { Case, History, NextSteps, Process, StepTaken } from "../api/types";
import { changedHere } from "../live/live";
import { useRead } from "../live/use_read";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { useWords } from "../words/language";
import { CaseFacts } from "./case_facts";
import { CasePath } from "./case_path";
import { Deadlines } from "./deadlines";
import { HistoryList } from "./history_list";
import { Steps } from "./steps";
import { Taken } from "./taken";

// One case: what can be done now first, as that is why somebody opens it; then where it stands, its limits, its history.
export function CasePage({ id, wanted }: { id: string; wanted: string | null }) {
  const t = useWords();
  const at = `/cases/${encodeURIComponent(id)}`;
  const [known, setKnown] = useState(id);
  // A change that names no case is of one that the reader may not see: this one may have become that.
  const mine = (cases: string[]): boolean => cases.length === 0 || cases.includes(id) || cases.includes(known);
  const shown = useRead<Case>(at, mine);
  const next = useRead<NextSteps>(`${at}/next`, mine);
  const history = useRead<History>(`${at}/history`, mine);
  const process = useRead<Process>("/process");
  const [taken, setTaken] = useState<StepTaken | null>(null);

  const body = shown.body;
  if (body && body.id !== known) setKnown(body.id);
  const done = (step: StepTaken): void => {
    setTaken(step);
    changedHere([step.id]);
  };
  if (shown.problem?.status === 404 || shown.problem?.status === 403) {
    return (
      <Page title={t.case}>
        <p class="empty">{t.noSuchCase}</p>
      </Page>
    );
  }
  return (
    <Page
      title={body ? body.case : t.case}
      beside={
        <button type="button" class="quiet print" onClick={() => print()}>
          {t.print}
        </button>
      }
    >
      <Reading shown={shown}>
        {(found) => (
          <>
            <CaseFacts found={found} />
            <CasePath path={found.path} state={found.state} label={found.state_label} process={process.body} />
            {taken && taken.revision >= found.revision && <Taken taken={taken} />}
            {next.body && (
              <Steps
                found={found}
                next={next.body}
                own={taken?.revision ?? 0}
                history={history.body}
                process={process.body}
                wanted={wanted}
                done={done}
              />
            )}
            <Section title={t.deadlines} count={found.deadlines.length}>
              <Deadlines id={found.id} deadlines={found.deadlines} />
            </Section>
            <Section title={t.history} count={history.body?.history.length ?? null}>
              <Reading shown={history}>{(told) => <HistoryList entries={told.history} newestFirst />}</Reading>
            </Section>
          </>
        )}
      </Reading>
    </Page>
  );
}
