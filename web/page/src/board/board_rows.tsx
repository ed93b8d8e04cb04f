import { useEffect } from "preact/hooks";
import type { Board, BoardRow } from "../api/types";
import { serverNow } from "../live/clock";
import { CaseLink } from "../parts/case_link";
import { Provisional } from "../parts/provisional";
import { lightAt, Remaining } from "../parts/remaining";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { moment, secondsUntil } from "../words/moments";
import type { PageWords } from "../words/zh";

const promised = ["reception", "plan", "visit"];

// The promises first, each by itself; the limits within the process together after them.
function groups(
  t: PageWords,
  rows: BoardRow[],
  labels: Record<string, string>,
): { name: string; title: string; rows: BoardRow[] }[] {
  const found = promised.map((name) => ({
    name,
    title: labels[name] ?? name,
    rows: rows.filter((row) => row.deadline === name),
  }));
  const others = rows.filter((row) => !promised.includes(row.deadline));
  return [...found, { name: "", title: t.otherLimits, rows: others }].filter((group) => group.rows.length > 0);
}

function columnsOf(t: PageWords, as_of: string, other: boolean): Column<BoardRow>[] {
  return [
    { head: t.remaining, cell: (row) => <Remaining due={row.due} light={row.light} /> },
    { head: t.case, main: true, cell: (row) => <CaseLink id={row.id} number={row.case} /> },
    ...(other ? [{ head: t.deadline, cell: (row: BoardRow) => row.deadline_label }] : []),
    {
      head: t.due,
      cell: (row) => (
        <>
          {moment(t, row.due, as_of)} <Provisional is={row.provisional} />
        </>
      ),
    },
    { head: t.state, cell: (row) => row.state_label },
    { head: t.holder, cell: (row) => row.holder_name },
    { head: t.centre, cell: (row) => row.centre_name },
  ];
}

// Asks for the board anew when the next row has run out, so that it turns red for everybody at once. Instants are told in
// whole seconds: the limit may lie almost a second after what is told.
function useNextEnd(rows: BoardRow[], ended: () => void): void {
  useEffect(() => {
    const ahead = rows.map((row) => Date.parse(row.due) - serverNow()).filter((left) => left > 0);
    if (ahead.length === 0) return;
    const timer = setTimeout(ended, Math.min(Math.min(...ahead) + 1100, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [rows, ended]);
}

interface Props {
  board: Board;
  hall: boolean;
  ended: () => void;
}

// The limits, table by table. Who waits in the hall stands above already, unless just that was asked for (`hall`).
export function BoardRows({ board, hall, ended }: Props) {
  const t = useWords();
  const { words } = useSession();
  useNextEnd(board.rows, ended);
  const inHall = new Set(board.waiting.map((one) => one.id));
  const rows = hall ? board.rows : board.rows.filter((row) => row.deadline !== "reception" || !inHall.has(row.id));
  const found = groups(t, rows, words.deadlines);
  const late = (row: BoardRow): string => lightAt(row.light, secondsUntil(row.due, serverNow()));
  return (
    <>
      {found.length === 0 && <p class="empty">{t.noRows}</p>}
      {found.map((group) => (
        <Section key={group.name} title={group.title} count={group.rows.length}>
          <Table
            caption={group.title}
            columns={columnsOf(t, board.as_of, group.name === "")}
            rows={group.rows}
            name={(row) => `${row.id}.${row.deadline}.${row.cycle}`}
            kind={late}
          />
        </Section>
      ))}
      {board.more > 0 && <p class="notice">{t.moreRows(board.more)}</p>}
    </>
  );
}
