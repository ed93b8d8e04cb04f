import { query } from "../api/query";
import type { CaseLine, CaseList, Centres } from "../api/types";
import { always, useRead } from "../live/use_read";
import { Choose } from "../parts/choose";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { Section, useName } from "../parts/section";
import { Trouble } from "../parts/trouble";
import { keepInAddress } from "../shell/route";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { CaseTable } from "./case_table";
import { usePages } from "./use_pages";

type Wanted = Record<"text" | "state" | "centre" | "type" | "overdue" | "due_soon" | "all", string>;

function wantedOf(search: URLSearchParams): Wanted {
  const said = (name: string): string => search.get(name) ?? "";
  return {
    text: said("text"),
    state: said("state"),
    centre: said("centre"),
    type: said("type"),
    overdue: said("overdue"),
    due_soon: said("due_soon"),
    all: said("all"),
  };
}

const pageOf = (body: unknown): { rows: CaseLine[]; next: string | null } => {
  const list = body as CaseList;
  return { rows: list.cases, next: list.next };
};

function Tick({ label, on, set }: { label: string; on: string; set: (on: string) => void }) {
  return (
    <label class="option">
      <input
        type="checkbox"
        checked={on !== ""}
        onChange={(event) => set((event.target as HTMLInputElement).checked ? "1" : "")}
      />
      {label}
    </label>
  );
}

function Finder({ wanted, find }: { wanted: Wanted; find: (wanted: Wanted) => void }) {
  const t = useWords();
  const { words } = useSession();
  const centres = useRead<Centres>("/centres");
  const id = useName("q");
  const coded = (all: { code: string; label: string }[]) => all.map(({ code, label }) => ({ value: code, label }));
  const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));
  const submit = (event: Event): void => {
    event.preventDefault();
    find({ ...wanted, text: String(new FormData(event.target as HTMLFormElement).get("text") ?? "").trim() });
  };
  return (
    <form class="filters" role="search" aria-label={t.findCase} onSubmit={submit}>
      <span class="choose wide">
        <label for={id}>{t.text}</label>
        <input id={id} name="text" type="search" defaultValue={wanted.text} />
      </span>
      <button type="submit" class="main">
        {t.search}
      </button>
      <Choose label={t.state} value={wanted.state} choices={states} choose={(state) => find({ ...wanted, state })} />
      <Choose
        label={t.centre}
        value={wanted.centre}
        choices={centres.body?.centres.map((one) => ({ value: one.id, label: one.name })) ?? []}
        choose={(centre) => find({ ...wanted, centre })}
      />
      <Choose
        label={t.type}
        value={wanted.type}
        choices={coded(words.kinds)}
        choose={(type) => find({ ...wanted, type })}
      />
      <Tick label={t.onlyOverdue} on={wanted.overdue} set={(overdue) => find({ ...wanted, overdue })} />
      <Tick label={t.onlyDueSoon} on={wanted.due_soon} set={(due_soon) => find({ ...wanted, due_soon })} />
      <Tick label={t.withClosed} on={wanted.all} set={(all) => find({ ...wanted, all })} />
    </form>
  );
}

// All cases that the reader may see, to look through and to search.
export function CasesPage({ search }: { search: URLSearchParams }) {
  const t = useWords();
  const wanted = wantedOf(search);
  const path = `/cases${query(wanted)}`;
  const shown = useRead<CaseList>(path, always);
  const pages = usePages<CaseLine>(path, shown.body && pageOf(shown.body), pageOf);
  return (
    <Page title={t.cases}>
      <Finder wanted={wanted} find={(next) => keepInAddress(`/cases${query(next)}`)} />
      <Section title={t.found} count={pages.more ? null : pages.rows.length}>
        <Reading shown={shown}>
          {() =>
            pages.rows.length === 0 ? (
              <p class="empty">{t.noneFound}</p>
            ) : (
              <CaseTable cases={pages.rows} caption={t.found} withHolder />
            )
          }
        </Reading>
        {pages.problem && <Trouble problem={pages.problem} />}
        {pages.more && (
          <p class="actions">
            <button type="button" onClick={pages.fetchMore}>
              {t.more}
            </button>
          </p>
        )}
      </Section>
    </Page>
  );
}
