import { useEffect, useRef } from "preact/hooks";
import type { StepTaken } from "../api/types";

// What was done just now, what comes next and until when; read out, and in the sight of who did it.
export function Taken({ taken }: { taken: StepTaken }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [taken]);
  return (
    <div class="taken" role="status" tabIndex={-1} ref={place}>
      <p>
        <strong>{taken.sentence}</strong>
      </p>
      {taken.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
