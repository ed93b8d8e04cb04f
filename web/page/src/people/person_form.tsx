import { useEffect, useRef, useState } from "preact/hooks";
import { send, withLanguage } from "../api/call";
import type { Centre, Person, PersonOrder, Problem } from "../api/types";
import { Section, useName } from "../parts/section";
import { Trouble } from "../parts/trouble";
import { useSession } from "../shell/session";
import { useLanguage } from "../words/language";
import { offsetOf } from "../words/moments";

interface Props {
  person: Person | null;
  centres: Centre[];
  saved: () => void;
  cancel: () => void;
}

// The last day of service is served to its end.
function orderOf(form: HTMLFormElement, person: Person | null, offset: string): PersonOrder {
  const said = new FormData(form);
  const text = (name: string): string => String(said.get(name) ?? "").trim();
  const until = text("until");
  return {
    id: person?.id ?? text("id"),
    name: text("name"),
    login: text("login"),
    centre: text("centre"),
    roles: said.getAll("roles").map(String),
    ...(person ? { until: until ? `${until}T23:59:59${offset}` : null } : {}),
  };
}

interface FieldProps {
  label: string;
  name: string;
  value: string;
  required?: boolean;
  day?: boolean;
}

function TextField({ label, name, value, required = false, day = false }: FieldProps) {
  const id = useName("p");
  const shared = { id, name, defaultValue: value, required, maxLength: 200 };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {day ? <input type="date" {...shared} /> : <input autocomplete="off" {...shared} />}
    </div>
  );
}

// A new person, or a change to one; the short name never changes, as the history stands on it.
export function PersonForm({ person, centres, saved, cancel }: Props) {
  const { code, t } = useLanguage();
  const { me, words } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const centre = useName("p");
  useEffect(() => place.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus(), []);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = orderOf(event.target as HTMLFormElement, person, offsetOf(me.now));
    const path = person ? `/people/${encodeURIComponent(person.id)}` : "/people";
    const answer = await send(withLanguage(path, code), { method: person ? "PUT" : "POST", body, csrf: me.csrf });
    if (answer.ok) saved();
    else setProblem(answer.problem);
  };
  const held = new Set(person?.roles.map((role) => role.name) ?? []);
  return (
    <Section title={person ? `${t.changePerson}: ${person.name}` : t.addPerson}>
      <form class="form" ref={place} onSubmit={(event) => void submit(event)}>
        {!person && <TextField label={t.personId} name="id" value="" required />}
        <TextField label={t.name} name="name" value={person?.name ?? ""} required />
        <TextField label={t.login} name="login" value={person?.login ?? ""} />
        <div class="field">
          <label for={centre}>{t.centre}</label>
          <select id={centre} name="centre" defaultValue={person?.centre ?? me.person.centre}>
            {centres.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <fieldset class="field">
          <legend>{t.roles}</legend>
          <div class="options">
            {Object.entries(words.roles).map(([name, label]) => (
              <label key={name} class="option">
                <input type="checkbox" name="roles" value={name} defaultChecked={held.has(name)} />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        {person && <TextField label={t.personUntil} name="until" day value={person.until?.slice(0, 10) ?? ""} />}
        {problem && <Trouble problem={problem} />}
        <p class="actions">
          <button type="submit" class="main">
            {t.save}
          </button>
          <button type="button" onClick={cancel}>
            {t.cancel}
          </button>
        </p>
      </form>
    </Section>
  );
}
