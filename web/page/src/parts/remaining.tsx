import type { Light } from "../api/types";
import { serverNow, useNow } from "../live/clock";
import { useWords } from "../words/language";
import { countdown, remaining, secondsUntil, span } from "../words/moments";
import { LightMark } from "./light";

// A second of difference between two clocks never reads "red, 0 s left".
const toldLate = (light: Light, seconds: number): number => (light === "red" ? Math.min(seconds, -1) : seconds);

// A light never stays behind the clock: what has run out is red at once, before the server says it.
export function lightAt(light: Light, seconds: number): Light {
  return seconds < 0 ? "red" : light;
}

// The next change of what is shown: seconds tick in the last two minutes only, so that a long table stays quiet.
function period(due: string): number {
  return Math.abs(secondsUntil(due, serverNow())) < 120 ? 1_000 : 10_000;
}

// How much time is left, ticking, with its light.
export function Remaining({ due, light }: { due: string; light: Light }) {
  const t = useWords();
  const seconds = toldLate(light, secondsUntil(due, useNow(period(due))));
  return <LightMark light={lightAt(light, seconds)} text={remaining(t, seconds)} />;
}

// Minutes and seconds in large figures, for somebody who stands in the hall.
export function Countdown({ due, light }: { due: string; light: Light }) {
  const t = useWords();
  const seconds = toldLate(light, secondsUntil(due, useNow(1_000)));
  const shown = lightAt(light, seconds);
  const near = Math.abs(seconds) < 6000;
  return (
    <span class={`countdown ${shown}`}>
      <LightMark light={shown} />
      <span class={near ? "figure" : "figure far"} aria-hidden="true">
        {near ? countdown(seconds) : span(t, seconds)}
      </span>
      <span class="unseen">{remaining(t, seconds)}</span>
    </span>
  );
}
