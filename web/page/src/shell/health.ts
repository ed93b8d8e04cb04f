import { useEffect, useState } from "preact/hooks";
import type { Health } from "../api/types";
import { useLanguage } from "../words/language";

const every = 30_000;

// Whether the deadlines are being watched, asked of the server twice a minute; null while it cannot be reached.
export function useHealth(): Health | null {
  const { code } = useLanguage();
  const [health, setHealth] = useState<Health | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      try {
        const found = (await (await fetch(`/healthz?lang=${code}`, { cache: "no-store" })).json()) as Health;
        if (!gone) setHealth(found);
      } catch {
        if (!gone) setHealth(null);
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
