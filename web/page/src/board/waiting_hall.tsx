import type { Waiting } from "../api/types";
import { useNow } from "../live/clock";
import { CaseLink } from "../parts/case_link";
import { Countdown } from "../parts/remaining";
import { Section } from "../parts/section";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { dateOf, moment, timeOf, wallDate } from "../words/moments";

// Who came and was not received yet: nothing on the board is more urgent, so nothing is larger.
export function WaitingHall({ waiting, more }: { waiting: Waiting[]; more: number }) {
  const t = useWords();
  const { can } = useSession();
  const now = useNow(60_000);
  const came = ({ since }: Waiting): string => {
    const today = wallDate(now, since);
    return dateOf(since) === today ? timeOf(since) : moment(t, since, today);
  };
  return (
    <Section title={t.waiting} count={waiting.length + more} class="hall">
      {waiting.length === 0 && <p class="faint">{t.waitingNone}</p>}
      <ul class="waiting">
        {waiting.map((one) => (
          <li key={one.id}>
            <div>
              <CaseLink id={one.id} number={one.case} />
              <span class="faint">{t.since(came(one))}</span>
            </div>
            <Countdown due={one.due} light={one.light} />
            {can("receive") && (
              <a
                class="button"
                href={`/cases/${encodeURIComponent(one.id)}?do=receive`}
                aria-label={`${t.receive} ${one.case}`}
              >
                {t.receive}
              </a>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="notice">{t.notListed(more)}</p>}
    </Section>
  );
}
