import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { read, withLanguage } from "../api/call";
import type { Problem } from "../api/types";
import { useLanguage } from "../words/language";
import { watch } from "./live";

// What is shown of one address: the last body that came, and what stood in the way of the last try.
export interface Shown<T> {
  body: T | null;
  problem: Problem | null;
  again: () => void;
}

// Does a change of these cases concern what is shown?
export type Concerns = (cases: string[]) => boolean;
export const always: Concerns = () => true;
export const never: Concerns = () => false;

const gather = 120; // changes that come together are read together

interface Reader<T> {
  path: string;
  body: T | null;
  problem: Problem | null;
}

// Reads `path` and reads it again whenever a change concerns it; null reads nothing. One read at a time, one more after it.
export function useRead<T>(path: string | null, concerns: Concerns = never): Shown<T> {
  const address = path === null ? null : withLanguage(path, useLanguage().code);
  const [shown, setShown] = useState<Reader<T>>({ path: "", body: null, problem: null });
  const ask = useRef<() => void>(() => undefined);
  const concerned = useRef(concerns);
  concerned.current = concerns;

  useEffect(() => {
    if (address === null) return;
    let gone = false;
    let busy = false;
    let more = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const run = async (): Promise<void> => {
      busy = true;
      const answer = await read<T>(address);
      busy = false;
      if (gone) return;
      setShown((last) =>
        answer.ok
          ? { path: address, body: answer.body, problem: null }
          : { path: address, body: last.path === address ? last.body : null, problem: answer.problem },
      );
      if (more) wanted();
    };
    const wanted = (): void => {
      more = busy || document.hidden;
      if (more || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        void run();
      }, gather);
    };
    const seen = (): void => {
      if (!document.hidden && more) wanted();
    };

    ask.current = () => (busy ? (more = true) : void run());
    void run();
    document.addEventListener("visibilitychange", seen);
    const unwatch = watch((cases, gap) => {
      if (gap || concerned.current(cases)) wanted();
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
      unwatch();
    };
  }, [address]);

  const again = useCallback(() => ask.current(), []);
  const current = shown.path === address;
  // While another filter's answer is on its way, what was there stays: a table that blinks away loses one's place.
  return { body: address === null ? null : shown.body, problem: current ? shown.problem : null, again };
}
