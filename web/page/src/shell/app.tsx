import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { read, whenSignedOut, withLanguage } from "../api/call";
import type { Problem, SignedIn, Words } from "../api/types";
import { SignIn } from "../account/sign_in";
import { learnTime } from "../live/clock";
import { startLive, stopLive } from "../live/live";
import { Trouble } from "../parts/trouble";
import { catalogueOf, LanguageContext, remember, type Code } from "../words/language";
import type { PageWords } from "../words/zh";
import { followLinks } from "./route";
import { noWords, SessionContext, sessionOf } from "./session";
import { Shell } from "./shell";

export interface Spoken {
  code: Code;
  t: PageWords;
}
type Known = "asking" | "out" | "in" | "expired";

// The whole page: finds out who is there and in which language, then shows the shell or the sign-in.
// When a session ends under an open page, the page stays below the sign-in with all that was typed in it.
export function App({ first }: { first: Spoken }) {
  const [{ code, t }, speak] = useState<Spoken>(first);
  const [known, setKnown] = useState<Known>("asking");
  const [me, setMe] = useState<SignedIn | null>(null);
  const [words, setWords] = useState<Words>(noWords);
  const [problem, setProblem] = useState<Problem | null>(null);

  const ask = useCallback(async () => {
    const answer = await read<SignedIn>(withLanguage("/session", code));
    setProblem(answer.ok || answer.problem.status === 401 ? null : answer.problem);
    if (answer.ok) {
      learnTime(answer.body.now);
      setMe(answer.body);
      setKnown("in");
      startLive();
    } else if (answer.problem.status === 401) {
      setKnown((last) => (last === "in" || last === "expired" ? "expired" : "out"));
    }
  }, [code]);

  useEffect(() => remember(code), [code]);
  useEffect(() => void ask(), [ask]);
  useEffect(() => {
    if (known === "in")
      void read<Words>(withLanguage("/words", code)).then((answer) => answer.ok && setWords(answer.body));
  }, [code, known, me?.person.id, me?.must_change]);
  useEffect(
    () =>
      whenSignedOut(() => {
        stopLive();
        setKnown((last) => (last === "in" ? "expired" : last));
      }),
    [],
  );
  useEffect(() => followLinks(() => t.leaveUnsaved), [t]);

  const language = useMemo(
    () => ({
      code,
      t,
      choose: (next: Code) => void catalogueOf(next).then((words) => speak({ code: next, t: words })),
    }),
    [code, t],
  );
  const session = useMemo(() => me && sessionOf(me, words, () => void ask()), [me, words, ask]);
  const signedOut = useCallback(() => {
    stopLive();
    setMe(null);
    setKnown("out");
  }, []);

  return (
    <LanguageContext.Provider value={language}>
      {problem && known === "asking" && (
        <main class="lone">
          <Trouble problem={problem} again={() => void ask()} />
        </main>
      )}
      {(known === "out" || known === "expired") && (
        <SignIn expired={known === "expired"} login={me?.person.id ?? ""} done={() => void ask()} />
      )}
      {session && (
        <SessionContext.Provider value={session}>
          <div hidden={known !== "in"} key={session.me.person.id}>
            <Shell signedOut={signedOut} />
          </div>
        </SessionContext.Provider>
      )}
    </LanguageContext.Provider>
  );
}
