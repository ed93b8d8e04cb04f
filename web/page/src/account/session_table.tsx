import type { SessionLine } from "../api/types";
import { Table, type Column } from "../parts/table";
import { useWords } from "../words/language";
import { moment } from "../words/moments";

export function SessionTable({ sessions, end }: { sessions: SessionLine[]; end: (id: string) => void }) {
  const t = useWords();
  const columns: Column<SessionLine>[] = [
    { head: t.signedIn, main: true, cell: (row) => moment(t, row.created_at) },
    { head: t.lastSeen, cell: (row) => moment(t, row.seen_at) },
    { head: t.address, cell: (row) => row.address },
    { head: t.browserName, cell: (row) => row.agent },
    {
      head: t.end,
      screen: true,
      cell: (row) =>
        row.current ? (
          t.thisSession
        ) : (
          <button type="button" class="quiet" onClick={() => end(row.id)}>
            {t.end}
          </button>
        ),
    },
  ];
  return <Table caption={t.ownSessions} columns={columns} rows={sessions} name={(row) => row.id} />;
}
