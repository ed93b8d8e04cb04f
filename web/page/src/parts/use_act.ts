import { useState } from "preact/hooks";
import { send, withLanguage, type Sending } from "../api/call";
import type { Problem } from "../api/types";
import { useSession } from "../shell/session";
import { useLanguage } from "../words/language";

// One act after another: what stood in the way of the last one, or that it was done.
export function useAct() {
  const { code, t } = useLanguage();
  const { me } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState("");

  const act = async <T>(path: string, method: Sending["method"], body?: unknown): Promise<T | null> => {
    setProblem(null);
    setSaid("");
    const answer = await send<T>(withLanguage(path, code), { method, csrf: me.csrf, body });
    if (!answer.ok) {
      setProblem(answer.problem);
      return null;
    }
    setSaid(t.done);
    return answer.body ?? ({} as T);
  };
  return { act, problem, said };
}
