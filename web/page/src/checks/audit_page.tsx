import type { AuditAct, AuditAttempt } from "../api/types";
import { useRead } from "../live/use_read";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { moment } from "../words/moments";

// What was done to accounts, and what was refused to whom.
export function AuditPage() {
  const t = useWords();
  const shown = useRead<{ acts: AuditAct[]; attempts: AuditAttempt[] }>("/audit");
  const acts: Column<AuditAct>[] = [
    { head: t.atHead, main: true, cell: (row) => moment(t, row.at) },
    { head: t.person, cell: (row) => row.person_name },
    { head: t.act, cell: (row) => row.action_label },
    { head: t.about, cell: (row) => row.about_name },
    { head: t.detail, cell: (row) => row.detail },
  ];
  const attempts: Column<AuditAttempt>[] = [
    { head: t.atHead, main: true, cell: (row) => moment(t, row.at) },
    { head: t.person, cell: (row) => row.person_name },
    { head: t.act, cell: (row) => row.action_label },
    { head: t.caseHead, cell: (row) => row.case },
    { head: t.detail, cell: (row) => row.reason_label },
  ];
  return (
    <Page title={t.audit}>
      <Reading shown={shown}>
        {(body) => (
          <>
            <Section title={t.acts} count={body.acts.length}>
              <Table
                caption={t.acts}
                columns={acts}
                rows={body.acts}
                name={(row) => `${row.at} ${row.person} ${row.action} ${row.about} ${body.acts.indexOf(row)}`}
              />
            </Section>
            <Section title={t.attempts} count={body.attempts.length}>
              <Table
                caption={t.attempts}
                columns={attempts}
                rows={body.attempts}
                name={(row) => `${row.at} ${row.person} ${row.action} ${body.attempts.indexOf(row)}`}
              />
            </Section>
          </>
        )}
      </Reading>
    </Page>
  );
}
