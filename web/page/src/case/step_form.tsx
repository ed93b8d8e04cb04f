import { useEffect, useRef, useState } from "preact/hooks";
import { send, withLanguage, type Answer } from "../api/call";
import type { Case, HappeningBody, History, NextSteps, PossibleStep, Problem, Process, StepTaken } from "../api/types";
import { HappeningForm } from "../form/happening_form";
import { changedHere } from "../live/live";
import { useSession } from "../shell/session";
import { useLanguage } from "../words/language";
import { owesReason } from "./late";
import { onlyOnes, withNumbers } from "./numbered";
import { Stale } from "./stale";

interface Props {
  found: Case;
  step: PossibleStep;
  next: NextSteps;
  own: number; // the revision that the reader's own last step made
  history: History | null;
  process: Process | null;
  done: (taken: StepTaken) => void;
  cancel: () => void;
}

const reading = 1_500; // so long the changes must have stood on the screen before a sending counts as knowing them

// The form of one step. It is sent for the revision that its owner saw; when the case moves on meanwhile, nothing typed
// is lost: the changes are shown, and sending again means having seen them.
export function StepForm({ found, step, next, own, history, process, done, cancel }: Props) {
  const { code } = useLanguage();
  const { me } = useSession();
  const shown = history?.history[history.history.length - 1]?.seq ?? 0;
  const known = Math.max(next.revision, shown, own);
  const [opened] = useState(known);
  const [seen, setSeen] = useState(known);
  const [refusedOnce, setRefused] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(known), reading);
    return () => clearTimeout(timer);
  }, [known]);

  const sent = (body: HappeningBody, key: string): Promise<Answer<StepTaken>> => {
    const path = withLanguage(`/cases/${encodeURIComponent(found.id)}/steps/${step.event}`, code);
    return send<StepTaken>(path, { method: "POST", body, key, csrf: me.csrf, revision: seen });
  };
  const refused = (problem: Problem): boolean => {
    if (problem.status !== 412) return false;
    setRefused(true);
    changedHere([found.id]);
    return true;
  };
  const now = next.possible.find((one) => one.event === step.event);
  const stale = refusedOnce || known > opened;
  const fields = withNumbers(step.fields, found);
  return (
    <div class="form" role="group" aria-label={step.label}>
      <h3 tabIndex={-1} ref={heading}>
        {step.label}
      </h3>
      <p class="faint">{step.what}</p>
      {stale && <Stale since={opened} history={history} gone={!(now?.permitted && now.missing === null)} />}
      <HappeningForm
        fields={fields}
        start={onlyOnes(fields)}
        lateReason={step.late_reason ?? owesReason(process, found, step.event)}
        submit={step.label}
        sent={sent}
        refused={refused}
        done={done}
        cancel={cancel}
      />
    </div>
  );
}
