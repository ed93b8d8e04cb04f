import type { ComponentChildren } from "preact";
import type { Case } from "../api/types";
import { CaseLink } from "../parts/case_link";
import { useWords } from "../words/language";
import { numberOf } from "./numbered";

function Line({ name, children }: { name: string; children: ComponentChildren[] }) {
  return children.length > 0 ? (
    <div>
      <dt>{name}</dt>
      <dd>
        <ul class="plain">
          {children.map((child, at) => (
            <li key={at}>{child}</li>
          ))}
        </ul>
      </dd>
    </div>
  ) : null;
}

const link = (number: string) => <CaseLink id={number} number={number} />;

// Whom and what a case has beside its parties.
export function Company({ found }: { found: Case }) {
  const t = useWords();
  const one = (number: string | undefined) => (number ? [link(number)] : []);
  return (
    <>
      <Line name={t.representatives}>{found.representatives ?? []}</Line>
      <Line name={t.mediators}>{(found.mediators ?? []).map((person) => person.name)}</Line>
      <Line name={t.responsible}>{found.responsible ? [found.responsible.name] : []}</Line>
      <Line name={t.tasks}>
        {(found.tasks ?? []).map(
          (task, at) => `${numberOf(at)} ${task.unit} ${task.person_name}: ${task.what} · ${task.status_label}`,
        )}
      </Line>
      <Line name={t.questions}>
        {(found.questions ?? []).map(
          (asked, at) =>
            `${numberOf(at)} ${asked.text} · ${asked.answerer_name} · ${asked.answered ? t.answered : t.unanswered}`,
        )}
      </Line>
      <Line name={t.claims}>
        {(found.claims ?? []).map((claim) => (
          <>
            <CaseLink id={claim.id} number={claim.case} /> {claim.open ? t.claimOpen : t.claimEnded}
          </>
        ))}
      </Line>
      <Line name={t.groupOf}>{one(found.group)}</Line>
      <Line name={t.mergedInto}>{one(found.merged_into)}</Line>
      <Line name={t.absorbed}>{(found.absorbed ?? []).map(link)}</Line>
    </>
  );
}
