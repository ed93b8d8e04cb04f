import { useEffect, useRef, useState } from "preact/hooks";
import type { Case, History, NextSteps, PossibleStep, Process, StepTaken } from "../api/types";
import { Section } from "../parts/section";
import { useWords } from "../words/language";
import { mayLeave } from "../shell/unsaved";
import { NotNow } from "./not_now";
import { StepForm } from "./step_form";

interface Props {
  found: Case;
  next: NextSteps;
  own: number;
  history: History | null;
  process: Process | null;
  wanted: string | null;
  done: (taken: StepTaken) => void;
}

const isOpen = (step: PossibleStep): boolean => step.permitted && step.missing === null;

function Buttons({
  steps,
  chosen,
  choose,
}: {
  steps: PossibleStep[];
  chosen: string | null;
  choose: (step: PossibleStep) => void;
}) {
  return (
    <ul class="steps">
      {steps.map((step) => (
        <li key={step.event}>
          <button
            type="button"
            class={step.aside ? "" : "main"}
            data-event={step.event}
            aria-expanded={chosen === step.event}
            title={step.what}
            onClick={() => choose(step)}
          >
            {step.label}
          </button>
        </li>
      ))}
    </ul>
  );
}

// What can be done with a case now, by this person; one form at a time. A form that is open stays open when the case
// moves on under it: only its owner gives it up.
export function Steps({ found, next, own, history, process, wanted, done }: Props) {
  const t = useWords();
  const [chosen, setChosen] = useState<PossibleStep | null>(null);
  const asked = useRef(wanted);
  const open = next.possible.filter(isOpen);

  useEffect(() => {
    const step = open.find((one) => one.event === asked.current);
    asked.current = null;
    if (step) setChosen(step);
  }, []);

  const choose = (step: PossibleStep): void => {
    if (chosen && !mayLeave(t.leaveUnsaved)) return;
    setChosen(chosen?.event === step.event ? null : step);
  };
  const finish = (taken: StepTaken): void => {
    setChosen(null);
    done(taken);
  };
  return (
    <Section title={t.whatNow} class="now">
      {open.length === 0 && <p class="empty">{t.whatNowNone}</p>}
      <Buttons steps={open.filter((step) => !step.aside)} chosen={chosen?.event ?? null} choose={choose} />
      {chosen && (
        <StepForm
          key={chosen.event}
          found={found}
          step={chosen}
          next={next}
          own={own}
          history={history}
          process={process}
          done={finish}
          cancel={() => mayLeave(t.leaveUnsaved) && setChosen(null)}
        />
      )}
      {open.some((step) => step.aside) && <h3>{t.aside}</h3>}
      <Buttons steps={open.filter((step) => step.aside)} chosen={chosen?.event ?? null} choose={choose} />
      <NotNow steps={next.possible.filter((step) => !isOpen(step))} />
    </Section>
  );
}
