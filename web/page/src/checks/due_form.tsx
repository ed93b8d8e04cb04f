import { useState } from "preact/hooks";
import { query } from "../api/query";
import type { DueAnswer } from "../api/types";
import { useRead } from "../live/use_read";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { dayWords, moment } from "../words/moments";

// Until when something is promised that begins at an instant, and how that is counted.
export function DueForm() {
  const t = useWords();
  const { me, words } = useSession();
  const [asked, setAsked] = useState<Record<string, string> | null>(null);
  const shown = useRead<DueAnswer>(asked && `/due${query(asked)}`);
  const submit = (event: Event): void => {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    const start = String(values.get("start") ?? "").replace("T", " ");
    setAsked({ rule: String(values.get("rule")), start, emergency: values.get("emergency") ? "1" : "" });
  };
  return (
    <Section title={t.countDue}>
      <form class="card narrow" onSubmit={submit}>
        <label for="due-rule">{t.promise}</label>
        <select id="due-rule" name="rule">
          {["plan", "reception", "visit"].map((rule) => (
            <option key={rule} value={rule}>
              {words.deadlines[rule] ?? rule}
            </option>
          ))}
        </select>
        <label for="due-start">{t.startAt}</label>
        <input id="due-start" name="start" type="datetime-local" required defaultValue={me.now.slice(0, 16)} />
        <label>
          <input name="emergency" type="checkbox" /> {t.emergencyToo}
        </label>
        <button type="submit" class="main">{t.countIt}</button>
      </form>
      {asked && (
        <Reading shown={shown}>
          {(body) => (
            <>
              <p role="status">
                <strong>{body.rule === "reception" ? moment(t, body.due) : dayWords(t, body.due)}</strong>
              </p>
              <ol>
                {body.explanation.map((row, at) => (
                  <li key={at}>{row.text}</li>
                ))}
              </ol>
            </>
          )}
        </Reading>
      )}
    </Section>
  );
}
