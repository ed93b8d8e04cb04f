import type { History } from "../api/types";
import { useWords } from "../words/language";
import { HistoryList } from "./history_list";

// What happened to the case since the form was opened. The number of an entry is the revision it made.
export function Stale({ since, history, gone }: { since: number; history: History | null; gone: boolean }) {
  const t = useWords();
  const entries = history?.history.filter((entry) => entry.seq > since) ?? [];
  return (
    <div class="stale" role="alert">
      <p>
        <strong>{t.staleTitle}</strong>
      </p>
      <p>{gone ? t.staleGone : t.staleNext}</p>
      <HistoryList entries={entries} />
    </div>
  );
}
