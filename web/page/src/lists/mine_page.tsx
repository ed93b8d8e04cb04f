import type { Board, CaseList, Duty } from "../api/types";
import { query } from "../api/query";
import { HandOffTable } from "../board/hand_offs";
import { WaitingHall } from "../board/waiting_hall";
import { always, useRead } from "../live/use_read";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { CaseTable } from "./case_table";
import { DutyTable } from "./duty_table";

const most = 200;

// The first due first; what has no limit last.
function byDue(list: CaseList): CaseList["cases"] {
  const at = (line: CaseList["cases"][number]): number =>
    line.next_deadline ? Date.parse(line.next_deadline.due) : Infinity;
  return [...list.cases].sort((a, b) => at(a) - at(b));
}

// What waits for this person: who stands in the hall, what was offered to them, what they are to answer and to do, and
// their own cases by what is due first.
export function MinePage() {
  const t = useWords();
  const { me, can } = useSession();
  const id = me.person.id;
  const mine = useRead<CaseList>(`/cases${query({ holder: id, limit: most })}`, always);
  const hall = useRead<Board>(can("receive") ? "/board?deadline=reception" : null, always).body;
  const offered = useRead<Board>(`/board${query({ deadline: "handoff", to: id })}`, always).body?.hand_offs ?? [];
  const duties = useRead<{ duties: Duty[] }>("/me/duties", always).body?.duties ?? [];
  return (
    <Page title={t.mineTitle(me.person.name)}>
      {hall && hall.waiting.length > 0 && <WaitingHall waiting={hall.waiting} more={hall.waiting_more} />}
      {offered.length > 0 && (
        <Section title={t.offeredToMe} count={offered.length}>
          <HandOffTable offers={offered} caption={t.offeredToMe} step="ack" />
        </Section>
      )}
      {duties.length > 0 && (
        <Section title={t.askedOfMe} count={duties.length}>
          <DutyTable duties={duties} />
        </Section>
      )}
      <Section title={t.mineCases} count={mine.body?.cases.length ?? null}>
        <Reading shown={mine}>
          {(list) =>
            list.cases.length === 0 ? (
              <p class="empty">{t.mineNone}</p>
            ) : (
              <CaseTable cases={byDue(list)} caption={t.mineCases} withHolder={false} />
            )
          }
        </Reading>
      </Section>
    </Page>
  );
}
