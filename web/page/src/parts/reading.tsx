import type { ComponentChildren } from "preact";
import type { Shown } from "../live/use_read";
import { useWords } from "../words/language";
import { Trouble } from "./trouble";

// Shows what was read; while nothing came yet, says so; when the last try failed, says that above what is still there.
export function Reading<T>({ shown, children }: { shown: Shown<T>; children: (body: T) => ComponentChildren }) {
  const t = useWords();
  return (
    <>
      {shown.problem && <Trouble problem={shown.problem} again={shown.again} />}
      {shown.body !== null && children(shown.body)}
      {shown.body === null && !shown.problem && (
        <p class="faint" data-waiting>
          {t.loading}
        </p>
      )}
    </>
  );
}
