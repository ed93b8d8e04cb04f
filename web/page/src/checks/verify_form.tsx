import { useState } from "preact/hooks";
import type { VerifiedAnswer } from "../api/types";
import { Section } from "../parts/section";
import { Trouble } from "../parts/trouble";
import { useAct } from "../parts/use_act";
import { useWords } from "../words/language";

// Proves that nobody has changed the history; large ones are verified at the server.
export function VerifyForm() {
  const t = useWords();
  const { act, problem } = useAct();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<VerifiedAnswer | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setFound(await act<VerifiedAnswer>("/verify", "POST", {}));
    setBusy(false);
  };
  const bad = found?.first_bad;
  return (
    <Section title={t.verify}>
      <p class="faint">{t.verifyHelp}</p>
      <p>
        <button type="button" disabled={busy} onClick={() => void run()}>
          {t.verify}
        </button>
      </p>
      {problem && <Trouble problem={problem} />}
      <div role="status">
        {busy && t.loading}
        {found && (
          <>
            <p>
              <strong>{found.ok ? t.verifiedGood : t.verifiedBad}</strong> {bad && `${bad.case} ${bad.seq}: ${bad.message}`}
            </p>
            <p class="faint">
              {found.entries !== null && `${t.entries}: ${found.entries} · `}
              {t.headWord}: <code class="name">{found.head}</code>
            </p>
          </>
        )}
      </div>
    </Section>
  );
}
