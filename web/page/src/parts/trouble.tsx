import { unreachable } from "../api/call";
import type { Problem } from "../api/types";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import type { PageWords } from "../words/zh";

export function problemWords(t: PageWords, problem: Problem): string {
  if (problem.code === unreachable && problem.title === "") {
    return problem.status === 0 ? t.notReached : t.notOurs(problem.status);
  }
  return problem.title;
}

// What stood in the way, in words, and what is possible instead.
export function Trouble({ problem, again }: { problem: Problem; again?: () => void }) {
  const t = useWords();
  const { words } = useSession();
  const possible = problem.possible ?? [];
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{problemWords(t, problem)}</strong>
      </p>
      {problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
      {problem.rule && (
        <p class="faint">
          {t.rule}: {problem.rule}
        </p>
      )}
      {possible.length > 0 && (
        <p>
          {t.possibleNow}
          {possible.map((event) => words.events[event] ?? event).join("、")}
        </p>
      )}
      {again && (
        <p>
          <button type="button" onClick={again}>
            {t.again}
          </button>
        </p>
      )}
    </div>
  );
}
