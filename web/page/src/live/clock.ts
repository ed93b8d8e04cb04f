import { useEffect, useState } from "preact/hooks";

// The server's time, as far as the page can know it: its own clock, put right by the last answer that told the hour.
let skew = 0;

export function learnTime(asOf: string): void {
  const told = Date.parse(asOf);
  if (!Number.isNaN(told)) skew = told - Date.now();
}

export function serverNow(): number {
  return Date.now() + skew;
}

// The server's time in milliseconds, renewed every `period` milliseconds while the page is seen.
export function useNow(period: number): number {
  const [now, setNow] = useState(serverNow());
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setNow(serverNow());
    }, period);
    return () => clearInterval(timer);
  }, [period]);
  return Math.max(now, 0);
}
