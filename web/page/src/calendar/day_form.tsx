import { useEffect, useState } from "preact/hooks";
import { send, withLanguage } from "../api/call";
import type { DayOrder, Moves, Problem } from "../api/types";
import { Section, useName } from "../parts/section";
import { Trouble } from "../parts/trouble";
import { useSession } from "../shell/session";
import { useLanguage } from "../words/language";
import { MovesTable } from "./moves_table";

interface Props {
  day: string;
  choose: (day: string) => void;
  saved: () => void;
}

// Deciding one day. What it moves is shown first; only that decision, unchanged since, can be saved.
export function DayForm({ day, choose, saved }: Props) {
  const { code, t } = useLanguage();
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState("");
  const [moves, setMoves] = useState<Moves | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState("");
  const ids = { day: useName("d"), why: useName("w") };
  const order: DayOrder = { date: day, open, why: why.trim() };
  useEffect(() => setMoves(null), [day, open, why]);

  const preview = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSaid("");
    const answer = await send<Moves>(withLanguage("/calendar/preview", code), {
      method: "POST",
      body: order,
      csrf: me.csrf,
    });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setMoves(answer.body);
  };
  const save = async (): Promise<void> => {
    const answer = await send<Moves>(withLanguage("/calendar/days", code), {
      method: "POST",
      body: order,
      csrf: me.csrf,
    });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setMoves(null);
    setWhy("");
    setSaid(t.daySaved(answer.body.count));
    saved();
  };
  return (
    <Section title={t.setDay} class="screen">
      <form class="filters" onSubmit={(event) => void preview(event)}>
        <span class="choose">
          <label for={ids.day}>{t.thatDay}</label>
          <input
            id={ids.day}
            type="date"
            value={day}
            required
            onChange={(event) => choose((event.target as HTMLInputElement).value)}
          />
        </span>
        <fieldset class="options">
          <legend class="unseen">{t.setDay}</legend>
          <label class="option">
            <input type="radio" name="open" checked={!open} onChange={() => setOpen(false)} />
            {t.closedThatDay}
          </label>
          <label class="option">
            <input type="radio" name="open" checked={open} onChange={() => setOpen(true)} />
            {t.openThatDay}
          </label>
        </fieldset>
        <span class="choose wide">
          <label for={ids.why}>{t.why}</label>
          <input
            id={ids.why}
            value={why}
            required
            maxLength={500}
            onInput={(event) => setWhy((event.target as HTMLInputElement).value)}
          />
        </span>
        <button type="submit" class="main">
          {t.preview}
        </button>
      </form>
      <p class="faint">{t.setDayHelp}</p>
      {problem && <Trouble problem={problem} />}
      <div role="status">
        {said && <p class="notice">{said}</p>}
        {moves && (
          <p>
            <strong>{t.movesCount(moves.count)}</strong>
          </p>
        )}
      </div>
      {moves && moves.moves.length > 0 && <MovesTable moves={moves.moves} />}
      {moves && moves.later > 0 && <p>{t.movesLater(moves.later)}</p>}
      {moves && (
        <p class="actions">
          <button type="button" class="main" onClick={() => void save()}>
            {t.saveDay}
          </button>
        </p>
      )}
    </Section>
  );
}
