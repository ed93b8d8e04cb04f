import { useState } from "preact/hooks";
import { TokenSection } from "../account/token_section";
import type { Account } from "../api/types";
import { useRead } from "../live/use_read";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { Trouble } from "../parts/trouble";
import { useAct } from "../parts/use_act";
import { useWords } from "../words/language";
import type { PageWords } from "../words/zh";
import { FirstPasswordForm } from "./first_password_form";

function stateOf(t: PageWords, row: Account): string {
  if (!row.in_service) return t.notInService;
  if (row.locked) return t.locked;
  if (!row.password) return t.noPassword;
  return row.must_change ? t.mustChange : t.ready;
}

// What the administrator does for those who sign in: each act is in the audit trail.
export function AccountTable() {
  const t = useWords();
  const shown = useRead<{ accounts: Account[] }>("/accounts");
  const { act, problem, said } = useAct();
  const [given, setGiven] = useState<Account | null>(null);
  const run = async (row: Account, what: string, method: "POST" | "DELETE", body?: unknown): Promise<boolean> => {
    const done = await act(`/accounts/${encodeURIComponent(row.person)}/${what}`, method, body);
    if (done) shown.again();
    return done !== null;
  };
  const lock = (row: Account): void => {
    if (confirm(t.lockQuestion)) void run(row, "lock", "POST", {});
  };
  const button = (row: Account, word: string, click: () => void) => (
    <button type="button" class="quiet" aria-label={`${word} ${row.name}`} onClick={click}>
      {word}
    </button>
  );
  const columns: Column<Account>[] = [
    { head: t.name, main: true, cell: (row) => <span class="name">{row.name}</span> },
    { head: t.login, cell: (row) => row.login || row.person },
    { head: t.accountState, cell: (row) => stateOf(t, row) },
    { head: t.sessionsCount, number: true, cell: (row) => row.sessions },
    { head: t.tokensCount, number: true, cell: (row) => row.tokens },
    {
      head: t.act,
      screen: true,
      cell: (row) => (
        <>
          {button(row, t.givePassword, () => setGiven(row))}
          {row.sessions > 0 && button(row, t.endSessions, () => void run(row, "sessions", "DELETE"))}
          {row.wait > 0 && button(row, t.forgetDelays, () => void run(row, "unlock", "POST", {}))}
          {!row.own && !row.locked && row.password && button(row, t.lock, () => lock(row))}
        </>
      ),
    },
  ];
  const give = async (password: string): Promise<void> => {
    if (given && (await run(given, "password", "POST", { password }))) setGiven(null);
  };
  const working = shown.body?.accounts.filter((row) => row.in_service);
  const accounts = (
    <Section title={t.accounts} count={shown.body?.accounts.length ?? null}>
      {problem && <Trouble problem={problem} />}
      <p role="status">{said}</p>
      {given && (
        <FirstPasswordForm
          key={given.person}
          name={given.name}
          give={(word) => void give(word)}
          cancel={() => setGiven(null)}
        />
      )}
      <Reading shown={shown}>
        {(body) => <Table caption={t.accounts} columns={columns} rows={body.accounts} name={(row) => row.person} />}
      </Reading>
    </Section>
  );
  return (
    <>
      {accounts}
      {working && <TokenSection title={t.allTokens} path="/tokens" people={working} changed={shown.again} />}
    </>
  );
}
