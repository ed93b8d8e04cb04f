import { useEffect, useState } from "preact/hooks";
import { listen } from "../live/live";
import { useWords } from "../words/language";
import { moment } from "../words/moments";
import { useHealth } from "./health";

const grace = 3_000; // a stream that comes back at once is no news

function useLost(): boolean {
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unlisten = listen((live) => {
      clearTimeout(timer);
      if (live) setLost(false);
      else timer = setTimeout(() => setLost(true), grace);
    });
    return () => {
      clearTimeout(timer);
      unlisten();
    };
  }, []);
  return lost;
}

// Red over every page when what it shows cannot be trusted: the stream is lost, or nobody watches the deadlines.
export function Banner() {
  const t = useWords();
  const health = useHealth();
  const lost = useLost() || health === "unreachable";
  const late = health !== null && health !== "unreachable" && health.status !== "ok";
  return (
    <div role="alert" class="banners">
      {lost && (
        <p class="banner">
          <strong>{t.streamLost}</strong> {t.streamLostMore}
        </p>
      )}
      {late && !lost && (
        <p class="banner">
          <strong>{t.scheduler}</strong> {health.sentence} {health.last_tick && t.lastTick(moment(t, health.last_tick))}
        </p>
      )}
    </div>
  );
}
