import type { DayKind } from "../api/types";
import { useWords } from "../words/language";
import type { PageWords } from "../words/zh";

export const kinds: DayKind[] = ["work", "rest", "holiday", "makeup", "closing"];

export function kindWord(t: PageWords, kind: DayKind): string {
  return t[kind];
}

// A kind of day is a mark in the cell before it is a colour.
export function kindMark(t: PageWords, kind: DayKind): string {
  return { work: t.workMark, rest: t.restMark, makeup: t.makeupMark, holiday: t.holidayMark, closing: t.closingMark }[
    kind
  ];
}

export function Legend() {
  const t = useWords();
  return (
    <ul class="legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <span class={`day ${kind}`} aria-hidden="true">
            <span>8</span>
            <small>{kindMark(t, kind)}</small>
          </span>{" "}
          {kindWord(t, kind)}
        </li>
      ))}
    </ul>
  );
}
