import type { SessionLine } from "../api/types";
import { useRead } from "../live/use_read";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { Trouble } from "../parts/trouble";
import { useAct } from "../parts/use_act";
import { useWords } from "../words/language";
import { SessionTable } from "./session_table";

// Where one is signed in, so that a forgotten one can be ended from here.
export function OwnSessions() {
  const t = useWords();
  const shown = useRead<{ sessions: SessionLine[] }>("/me/sessions");
  const { act, problem, said } = useAct();
  const end = async (id: string): Promise<void> => {
    if (await act(`/me/sessions/${encodeURIComponent(id)}`, "DELETE")) shown.again();
  };
  return (
    <Section title={t.ownSessions}>
      {problem && <Trouble problem={problem} />}
      <p role="status">{said}</p>
      <Reading shown={shown}>
        {(body) => <SessionTable sessions={body.sessions} end={(id) => void end(id)} />}
      </Reading>
    </Section>
  );
}
