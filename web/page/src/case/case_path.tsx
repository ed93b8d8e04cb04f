import type { PathStop, Process } from "../api/types";
import { Section } from "../parts/section";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { dateOf, timeOf } from "../words/moments";
import type { PageWords } from "../words/zh";

function standing(stop: PathStop): "here" | "done" | "skipped" | "ahead" {
  if (stop.current) return "here";
  if (stop.at) return "done";
  return stop.skipped ? "skipped" : "ahead";
}

const word = (t: PageWords, kind: ReturnType<typeof standing>): string =>
  ({ here: t.pathHere, done: t.pathDone, skipped: t.pathSkipped, ahead: t.pathAhead })[kind];

function Stop({ stop }: { stop: PathStop }) {
  const t = useWords();
  const kind = standing(stop);
  return (
    <li class={kind} {...(kind === "here" ? { "aria-current": "step" as const } : {})}>
      <span class="dot" aria-hidden="true">
        {kind === "done" ? "✓" : kind === "skipped" ? "–" : ""}
      </span>
      <span class="label">{stop.label}</span>
      {stop.at ? (
        <span class="faint">
          {dateOf(stop.at).slice(5)} {timeOf(stop.at)}
        </span>
      ) : (
        <span class={kind === "ahead" ? "unseen" : "faint"}>{word(t, kind)}</span>
      )}
    </li>
  );
}

// The ways that the table of the process gives from a state, each step once.
function Onward({ process, state }: { process: Process; state: string }) {
  const t = useWords();
  const { words } = useSession();
  const ways = new Map<string, Set<string>>();
  for (const row of process.rows) {
    if (row.from !== state || !row.to || row.to === state || row.table !== "dispute") continue;
    ways.set(row.to, (ways.get(row.to) ?? new Set()).add(words.events[row.event] ?? row.event));
  }
  if (ways.size === 0) return null;
  return (
    <details class="onward">
      <summary>{t.onward}</summary>
      <ul>
        {[...ways].map(([to, steps]) => (
          <li key={to}>
            <strong>{words.states[to] ?? to}</strong> <span class="faint">{[...steps].join(" · ")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

// The main path of the process with where this case stands; a state beside the path is shown at its end.
export function CasePath({
  path,
  state,
  label,
  process,
}: {
  path: PathStop[];
  state: string;
  label: string;
  process: Process | null;
}) {
  const t = useWords();
  const beside = path.some((stop) => stop.current) ? [] : [{ state, label, at: null, current: true, skipped: false }];
  return (
    <Section title={t.path} class="way">
      <ol class="path">
        {[...path, ...beside].map((stop) => (
          <Stop key={stop.state} stop={stop} />
        ))}
      </ol>
      {process && <Onward process={process} state={state} />}
    </Section>
  );
}
