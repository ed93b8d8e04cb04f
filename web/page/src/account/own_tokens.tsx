import { useState } from "preact/hooks";
import type { Token } from "../api/types";
import { useRead } from "../live/use_read";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { Trouble } from "../parts/trouble";
import { useAct } from "../parts/use_act";
import { useWords } from "../words/language";
import { dateOf } from "../words/moments";

// Tokens with which programs act for the person: made here, told once, ended here.
export function OwnTokens() {
  const t = useWords();
  const shown = useRead<{ tokens: Token[] }>("/me/tokens");
  const { act, problem, said } = useAct();
  const [secret, setSecret] = useState("");
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = new FormData(form);
    const body = { name: values.get("name"), scope: values.get("scope"), until: values.get("until") || null };
    const made = await act<{ token: string }>("/me/tokens", "POST", body);
    if (!made) return;
    setSecret(made.token);
    form.reset();
    shown.again();
  };
  const end = async (id: string): Promise<void> => {
    setSecret("");
    if (await act(`/me/tokens/${encodeURIComponent(id)}`, "DELETE")) shown.again();
  };
  const columns: Column<Token>[] = [
    { head: t.tokenFor, main: true, cell: (row) => row.name },
    { head: t.scope, cell: (row) => t.scopes[row.scope] ?? row.scope },
    { head: t.lastDay, cell: (row) => dateOf(row.expires_at) },
    { head: t.lastUsed, cell: (row) => (row.used_at ? dateOf(row.used_at) : "") },
    {
      head: t.end,
      screen: true,
      cell: (row) => (
        <button type="button" class="quiet" aria-label={`${t.end} ${row.name}`} onClick={() => void end(row.id)}>
          {t.end}
        </button>
      ),
    },
  ];
  return (
    <Section title={t.ownTokens}>
      <p class="faint">{t.tokenHelp}</p>
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
            <Table caption={t.ownTokens} columns={columns} rows={body.tokens} name={(row) => row.id} />
          )
        }
      </Reading>
      <form class="card narrow" onSubmit={(event) => void make(event)}>
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
