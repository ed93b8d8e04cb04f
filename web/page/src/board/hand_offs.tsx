import type { HandOff } from "../api/types";
import { CaseLink } from "../parts/case_link";
import { Remaining } from "../parts/remaining";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { moment } from "../words/moments";

export function HandOffTable({ offers, caption, step }: { offers: HandOff[]; caption: string; step?: string }) {
  const t = useWords();
  const columns: Column<HandOff>[] = [
    { head: t.case, main: true, cell: (row) => <CaseLink id={row.id} number={row.case} {...(step ? { step } : {})} /> },
    { head: t.from, cell: (row) => <span class="name">{row.from_name}</span> },
    { head: t.to, cell: (row) => <span class="name">{row.to_name}</span> },
    { head: t.offeredAt, cell: (row) => moment(t, row.offered_at, row.due) },
    { head: t.remaining, cell: (row) => <Remaining due={row.due} light={row.light} /> },
  ];
  return <Table caption={caption} columns={columns} rows={offers} name={(row) => row.id} kind={(row) => row.light} />;
}

// Cases offered to somebody who has not answered: the one who offered still holds them.
export function HandOffs({ offers, more }: { offers: HandOff[]; more: number }) {
  const t = useWords();
  return (
    <Section title={t.handOffs} count={offers.length + more}>
      {offers.length === 0 ? (
        <p class="faint">{t.handOffsNone}</p>
      ) : (
        <HandOffTable offers={offers} caption={t.handOffs} />
      )}
      {more > 0 && <p class="notice">{t.notListed(more)}</p>}
    </Section>
  );
}
