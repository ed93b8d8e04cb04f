import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useWords } from "../words/language";
import { Trouble } from "../parts/trouble";

// A page that is fetched when it is first wanted, so that the board does not wait for it.
export function later(fetch: () => Promise<ComponentType>): ComponentType {
  let known: ComponentType | null = null;
  return function Later() {
    const t = useWords();
    const [Found, setFound] = useState<ComponentType | null>(() => known);
    const [lost, setLost] = useState(false);
    useEffect(() => {
      if (!known) {
        fetch().then(
          (found) => {
            known = found;
            setFound(() => found);
          },
          () => setLost(true),
        );
      }
    }, []);
    if (lost)
      return (
        <Trouble problem={{ title: t.notReached, status: 0, code: "unreachable" }} again={() => location.reload()} />
      );
    return Found ? (
      <Found />
    ) : (
      <p class="page faint" data-waiting>
        {t.loading}
      </p>
    );
  };
}
