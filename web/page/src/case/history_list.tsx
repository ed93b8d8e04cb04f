import type { HistoryEntry, HistoryField } from "../api/types";
import { useWords } from "../words/language";
import { moment } from "../words/moments";
import type { PageWords } from "../words/zh";

function said(t: PageWords, value: unknown): string {
  if (value === true) return t.yes;
  if (value === false) return t.no;
  if (Array.isArray(value)) return value.map((part) => said(t, part)).join("、");
  if (value !== null && typeof value === "object") return JSON.stringify(value);
  const text = String(value ?? "");
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? moment(t, text) : text;
}

function Said({ fields }: { fields: HistoryField[] }) {
  const t = useWords();
  if (fields.length === 0) return null;
  return (
    <dl class="said">
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{field.label}</dt>
          <dd>{said(t, field.value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const t = useWords();
  const moved = entry.state_before !== entry.state_after;
  return (
    <li>
      <p class="line">
        <time dateTime={entry.occurred_at}>{moment(t, entry.occurred_at)}</time>
        <strong>{entry.label}</strong>
        {moved && <span class="stand">→ {entry.state_label}</span>}
        <span class="faint">{entry.origin === "person" || entry.actor_name ? entry.actor_name : t.bySystem}</span>
        {entry.late_entry && (
          <span class="tag" title={t.recordedAt(moment(t, entry.recorded_at))}>
            {t.lateEntry} · {t.recordedAt(moment(t, entry.recorded_at))}
          </span>
        )}
      </p>
      <Said fields={entry.fields} />
    </li>
  );
}

// What happened to a case, entry by entry; the numbers are those of the record, whichever end stands first.
export function HistoryList({ entries, newestFirst = false }: { entries: HistoryEntry[]; newestFirst?: boolean }) {
  const shown = newestFirst ? [...entries].reverse() : entries;
  return (
    <ol class="history">
      {shown.map((entry) => (
        <Entry key={entry.seq} entry={entry} />
      ))}
    </ol>
  );
}
