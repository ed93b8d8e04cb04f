import { useState } from "preact/hooks";
import type { Centres, People, Person } from "../api/types";
import { never, useRead } from "../live/use_read";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { dateOf } from "../words/moments";
import { AccountTable } from "./account_table";
import { CentreTable } from "./centre_table";
import { PersonForm } from "./person_form";

// Who works here, in which roles, and the centres with their hours.
export function PeoplePage() {
  const t = useWords();
  const { can } = useSession();
  const people = useRead<People>("/people", never);
  const centres = useRead<Centres>("/centres", never);
  const [form, setForm] = useState<Person | "new" | null>(null);
  const mayChange = can("people");
  const columns: Column<Person>[] = [
    { head: t.name, main: true, cell: (row) => <span class="name">{row.name}</span> },
    { head: t.personId, cell: (row) => row.id },
    { head: t.login, cell: (row) => row.login },
    { head: t.centre, cell: (row) => row.centre_name },
    { head: t.unit, cell: (row) => row.unit ?? "" },
    { head: t.roles, cell: (row) => row.roles.map((role) => role.label).join("、") },
    { head: t.personSince, cell: (row) => (row.from ? dateOf(row.from) : "") },
    { head: t.personUntil, cell: (row) => (row.until ? dateOf(row.until) : "") },
    ...(mayChange
      ? [
          {
            head: t.changePerson,
            cell: (row: Person) => (
              <button
                type="button"
                class="quiet"
                aria-label={`${t.changePerson} ${row.name}`}
                onClick={() => setForm(row)}
              >
                {t.changePerson}
              </button>
            ),
          },
        ]
      : []),
  ];
  const saved = (): void => {
    setForm(null);
    people.again();
  };
  return (
    <Page
      title={t.people}
      beside={
        mayChange && (
          <button type="button" onClick={() => setForm("new")}>
            {t.addPerson}
          </button>
        )
      }
    >
      {form && (
        <PersonForm
          key={form === "new" ? "" : form.id}
          person={form === "new" ? null : form}
          centres={centres.body?.centres ?? []}
          saved={saved}
          cancel={() => setForm(null)}
        />
      )}
      <Section title={t.person} count={people.body?.people.length ?? null}>
        <Reading shown={people}>
          {(body) => (
            <Table
              caption={t.person}
              columns={columns}
              rows={body.people}
              name={(row) => row.id}
              kind={(row) => (row.until ? "pale" : "")}
            />
          )}
        </Reading>
      </Section>
      {can("account") && <AccountTable />}
      <Section title={t.centres} count={centres.body?.centres.length ?? null}>
        <Reading shown={centres}>{(body) => <CentreTable centres={body.centres} />}</Reading>
      </Section>
    </Page>
  );
}
