import type { PossibleStep } from "../api/types";
import { useWords } from "../words/language";

// What this state knows but does not allow now, with what is missing or who may do it.
export function NotNow({ steps }: { steps: PossibleStep[] }) {
  const t = useWords();
  if (steps.length === 0) return null;
  return (
    <details class="notnow">
      <summary>
        {t.notNow}
        <span class="count">{steps.length}</span>
      </summary>
      <dl>
        {steps.map((step) => (
          <div key={step.event}>
            <dt>{step.label}</dt>
            <dd>
              {step.missing ?? t.whoMay(step.roles.join("、"))}
              {step.missing && !step.permitted && ` (${t.whoMay(step.roles.join("、"))})`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
