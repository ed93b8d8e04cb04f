import type { Light } from "../api/types";
import { useWords } from "../words/language";

// A light is a shape and a word before it is a colour: triangle late, diamond due soon, disc in time.
const shapes: Record<Light, string> = {
  red: "M8 1 15.5 15H.5z",
  amber: "M8 .5 15.5 8 8 15.5.5 8z",
  green: "M8 1a7 7 0 1 0 .01 0z",
};

export function LightShape({ light }: { light: Light }) {
  return (
    <svg class={`shape ${light}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapes[light]} />
    </svg>
  );
}

export function LightMark({ light, text }: { light: Light; text?: string }) {
  const t = useWords();
  return (
    <span class={`light ${light}`}>
      <LightShape light={light} />
      {text ?? t[light]}
    </span>
  );
}
