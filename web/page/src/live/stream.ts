import type { Change } from "../api/types";
import { within } from "../api/within";

// What a stream tells: `cases` empty with `gap` means that something may have been missed, so all that is shown is read anew.
export type Told = { kind: "state"; live: boolean } | { kind: "change"; cases: string[]; gap: boolean };

const events = "/api/v1/events";
const patience = 10_000; // for the stream to open: a proxy that holds it back is given up for long polls
const silence = 35_000; // two heartbeats of the server and a little: longer it is never silent
const longest = 25; // seconds that a poll may wait for news

const longestPause = 15_000;
function pause(tries: number): number {
  return Math.min(longestPause, 500 * 2 ** Math.min(tries, 6)) * (0.75 + Math.random() / 2);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

async function longPoll(tell: (told: Told) => void, stopped: () => boolean): Promise<void> {
  let position: number | null = null;
  let tries = 0;
  while (!stopped()) {
    try {
      const seconds: number = position === null ? 0 : longest;
      const after = position === null ? "" : `&after=${position}`;
      const answer = await fetch(`${events}?wait=${seconds}${after}`, {
        credentials: "same-origin",
        headers: { Accept: "application/json" },
        signal: within(seconds * 1000 + patience),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const change = (await answer.json()) as Change;
      if (stopped()) return;
      if (tries > 0 || position === null) tell({ kind: "state", live: true });
      if (tries > 0 || position === null || change.all) tell({ kind: "change", cases: [], gap: true });
      else if (change.position > position) tell({ kind: "change", cases: change.cases, gap: false });
      position = change.position;
      tries = 0;
    } catch {
      if (stopped()) return;
      tell({ kind: "state", live: false });
      await wait(pause(tries++));
    }
  }
}

// Keeps one stream of changes open until stopped, by server-sent events where they come through and by long polls
// where they do not. Returns how to stop it.
export function openStream(tell: (told: Told) => void): () => void {
  let source: EventSource | null = null;
  let over = false;
  let failures = 0;
  let opened = false;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const fallBack = (): void => void longPoll(tell, () => over);

  const lost = (): void => {
    clearTimeout(watchdog);
    source?.close();
    source = null;
    if (over) return;
    tell({ kind: "state", live: false });
    failures += 1;
    if (!opened && failures >= 3) fallBack();
    else setTimeout(connect, pause(failures));
  };

  // A server that hangs closes nothing: that nothing comes is all that tells.
  const expect = (milliseconds: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(lost, milliseconds);
  };

  const connect = (): void => {
    if (over) return;
    const mine = new EventSource(events);
    source = mine;
    expect(patience);
    mine.onopen = () => {
      tell({ kind: "state", live: true });
      tell({ kind: "change", cases: [], gap: true });
      opened = true;
      failures = 0;
      expect(silence);
    };
    mine.addEventListener("heartbeat", () => expect(silence));
    mine.addEventListener("reset", () => {
      expect(silence);
      tell({ kind: "change", cases: [], gap: true });
    });
    mine.addEventListener("change", (event) => {
      expect(silence);
      const change = JSON.parse((event as MessageEvent<string>).data) as Change;
      tell({ kind: "change", cases: change.cases, gap: false });
    });
    mine.onerror = () => {
      tell({ kind: "state", live: false });
      if (mine.readyState === EventSource.CLOSED) lost();
    };
  };

  connect();
  return () => {
    over = true;
    clearTimeout(watchdog);
    source?.close();
  };
}
