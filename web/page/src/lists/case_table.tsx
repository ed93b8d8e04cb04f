import type { CaseLine } from "../api/types";
import { CaseLink } from "../parts/case_link";
import { Remaining } from "../parts/remaining";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { moment } from "../words/moments";

interface Props {
  cases: CaseLine[];
  caption: string;
  withHolder: boolean;
}

export function CaseTable({ cases, caption, withHolder }: Props) {
  const t = useWords();
  const columns: Column<CaseLine>[] = [
    {
      head: t.remaining,
      cell: ({ next_deadline: next }) =>
        next && (
          <>
            <Remaining due={next.due} light={next.light} /> <span class="faint">{next.label}</span>
          </>
        ),
    },
    { head: t.case, main: true, cell: (row) => <CaseLink id={row.id} number={row.case} /> },
    { head: t.subject, cell: (row) => <span class="cut">{row.subject ?? ""}</span> },
    { head: t.state, cell: (row) => row.state_label },
    { head: t.due, cell: (row) => row.next_deadline && moment(t, row.next_deadline.due) },
    { head: t.type, cell: (row) => row.type_label },
    ...(withHolder ? [{ head: t.holder, cell: (row: CaseLine) => row.holder_name }] : []),
    { head: t.centre, cell: (row) => row.centre_name },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={cases}
      name={(row) => row.id}
      kind={(row) => row.next_deadline?.light ?? ""}
    />
  );
}
