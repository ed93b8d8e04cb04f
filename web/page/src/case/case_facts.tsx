import type { Case, Deadline } from "../api/types";
import { Provisional } from "../parts/provisional";
import { Remaining } from "../parts/remaining";
import { useWords } from "../words/language";
import { moment } from "../words/moments";
import { Company } from "./company";

function Fact({ name, value }: { name: string; value: string }) {
  return value ? (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;
}

export const runs = (one: Deadline): boolean => one.status === "open" || one.status === "overdue";

// The limit that runs out first, among those that run.
export function firstDue(found: Case) {
  return found.deadlines.filter(runs).sort((a, b) => Date.parse(a.due) - Date.parse(b.due))[0];
}

// What a case is, at a glance: where it stands, who holds it, what is due next.
export function CaseFacts({ found }: { found: Case }) {
  const t = useWords();
  const due = firstDue(found);
  return (
    <div class="facts">
      <p class="glance">
        <span class="stand">{found.state_label}</span>
        {found.emergency && <span class="tag urgent">{t.emergency}</span>}
        {due && (
          <span class="next">
            {due.label} <Remaining due={due.due} light={due.light} /> <Provisional is={due.provisional} />
          </span>
        )}
      </p>
      {found.subject && <p class="subject">{found.subject}</p>}
      <dl>
        <Fact name={t.holder} value={found.holder_name || t.none} />
        <Fact name={t.centre} value={found.centre_name} />
        <Fact name={t.arrivedAt} value={moment(t, found.arrived_at)} />
        <Fact name={t.channel} value={found.channel_label} />
        <Fact name={t.type} value={found.type_label || t.untyped} />
        <Fact name={t.mediationNumber} value={found.mediation_number} />
        <Fact name={t.sourceNumber} value={found.ref} />
        <div>
          <dt>{t.parties}</dt>
          <dd>
            <ul class="parties">
              {found.parties.map((party) => (
                <li key={party.side + party.name}>
                  {party.name}{" "}
                  <span class="faint">
                    {party.side_label}
                    {party.consent_label && ` · ${party.consent_label}`}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <Company found={found} />
      </dl>
    </div>
  );
}
