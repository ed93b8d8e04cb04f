import type { Light } from "../api/types";
import { LightShape } from "../parts/light";
import { useWords } from "../words/language";

interface Props {
  counts: Record<Light, number>;
  chosen: Light | "";
  choose: (light: Light | "") => void;
}

const order: Light[] = ["red", "amber", "green"];

// How many limits stand at each light, in large figures; each is also the filter for itself.
export function Lights({ counts, chosen, choose }: Props) {
  const t = useWords();
  return (
    <div class="lights" role="group" aria-label={t.lights}>
      {order.map((light) => (
        <button
          key={light}
          type="button"
          class={`tile ${light}`}
          aria-pressed={chosen === light}
          onClick={() => choose(chosen === light ? "" : light)}
        >
          <span class="light">
            <LightShape light={light} />
            {t[light]}
          </span>
          <span class="figure">{counts[light] ?? 0}</span>
        </button>
      ))}
    </div>
  );
}
