import { useState } from "preact/hooks";
import type { Account, Token } from "../api/types";
import { useRead } from "../live/use_read";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { Trouble } from "../parts/trouble";
import { useAct } from "../parts/use_act";
import { useWords } from "../words/language";
import { dateOf } from "../words/moments";

interface Props {
  title: string;
  path: "/me/tokens" | "/tokens";
  people?: Account[]; // for whom a token can be made; without them for oneself
  changed?: () => void;
}

// Tokens with which programs act for people: made here, told once, ended here.
export function TokenSection({ title, path, people, changed }: Props) {
  const t = useWords();
  const shown = useRead<{ tokens: Token[] }>(path);
  const { act, problem, said } = useAct();
  const [secret, setSecret] = useState("");
  const again = (): void => {
    shown.again();
    changed?.();
  };
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = new FormData(form);
    const person = people ? { person: values.get("person") } : {};
    const body = { ...person, name: values.get("name"), scope: values.get("scope"), until: values.get("until") || null };
    const made = await act<{ token: string }>(path, "POST", body);
    if (!made) return;
    setSecret(made.token);
    form.reset();
    again();
  };
  const end = async (id: string): Promise<void> => {
    setSecret("");
    if (await act(`${path}/${encodeURIComponent(id)}`, "DELETE")) again();
  };
  const columns: Column<Token>[] = [
    ...(people ? [{ head: t.name, cell: (row: Token) => <span class="name">{row.person_name}</span> }] : []),
    { head: t.tokenFor, main: true, cell: (row) => row.name },
    { head: t.scope, cell: (row) => t.scopes[row.scope] ?? row.scope },
    { head: t.lastDay, cell: (row) => dateOf(row.expires_at) },
    { head: t.lastUsed, cell: (row) => (row.used_at ? dateOf(row.used_at) : "") },
    {
      head: t.end,
      screen: true,
      cell: (row) =>
        !row.ended && (
          <button
            type="button"
            class="quiet"
            aria-label={[t.end, ...(people ? [row.person_name] : []), row.name].join(" ")}
            onClick={() => void end(row.id)}
          >
            {t.end}
          </button>
        ),
    },
  ];
  return (
    <Section title={title}>
      {!people && <p class="faint">{t.tokenHelp}</p>}
      {problem && <Trouble problem={problem} />}
      <p role="status">{secret ? t.tokenOnce : said}</p>
      {secret && (
        <p>
          <code class="name">{secret}</code>
        </p>
      )}
      <Reading shown={shown}>
        {(body) =>
          body.tokens.length === 0 ? (
            <p>{t.noTokens}</p>
          ) : (
            <Table caption={title} columns={columns} rows={body.tokens} name={(row) => row.id} />
          )
        }
      </Reading>
      <form class="card narrow" onSubmit={(event) => void make(event)}>
        {people && (
          <>
            <label for="token-person">{t.tokenPerson}</label>
            <select id="token-person" name="person">
              {people.map((each) => (
                <option key={each.person} value={each.person}>
                  {each.name}
                </option>
              ))}
            </select>
          </>
        )}
        <label for="token-name">{t.tokenFor}</label>
        <input id="token-name" name="name" required maxLength={30} autocomplete="off" />
        <label for="token-scope">{t.scope}</label>
        <select id="token-scope" name="scope">
          {Object.entries(t.scopes).map(([scope, label]) => (
            <option key={scope} value={scope}>
              {label}
            </option>
          ))}
        </select>
        <label for="token-until">{t.lastDay}</label>
        <input id="token-until" name="until" type="date" />
        <button type="submit" class="main">{t.makeToken}</button>
      </form>
    </Section>
  );
}
