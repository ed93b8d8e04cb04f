import { useEffect, useState } from "preact/hooks";
import type { Health } from "../api/types";
import { within } from "../api/within";
import { startLive } from "../live/live";
import { useLanguage } from "../words/language";

const every = 30_000;
const patience = 10_000;

export type Known = Health | "unreachable" | null;

// Whether the deadlines are being watched, asked of the server twice a minute; null until it has answered once.
// A line that is cut without a word is found here too, so the stream is started anew once the server is back.
export function useHealth(): Known {
  const { code } = useLanguage();
  const [health, setHealth] = useState<Known>(null);
  useEffect(() => {
    let gone = false;
    let lost = false;
    const ask = async (): Promise<void> => {
      try {
        const asked = { cache: "no-store", signal: within(patience) } as const;
        const found = (await (await fetch(`/healthz?lang=${code}`, asked)).json()) as Health;
        if (gone) return;
        if (lost) startLive();
        lost = false;
        setHealth(found);
      } catch {
        lost = true;
        if (!gone) setHealth("unreachable");
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), every);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [code]);
  return health;
}
