import type { Stream } from "./live";
import { openStream, type Told } from "./stream";

// Where there is no SharedWorker: the windows take turns. Whoever renews the lease holds the stream and tells the others.
const lease = "maotiao.leader";
const renewal = 2_000;
const lapse = 5_000;

interface Lease {
  id: string;
  at: number;
}

function leaseNow(): Lease | null {
  try {
    return JSON.parse(localStorage.getItem(lease) ?? "null") as Lease | null;
  } catch {
    return null;
  }
}

// Calls `hear` with what the stream tells, whichever window holds it.
export function shareStream(hear: (told: Told) => void): Stream {
  const id = `${Date.now()}.${Math.random()}`;
  const channel = new BroadcastChannel("maotiao");
  let stop: (() => void) | null = null;
  let wanted = true;

  channel.onmessage = (event: MessageEvent<Told>) => hear(event.data);
  const tell = (told: Told): void => {
    hear(told);
    channel.postMessage(told);
  };
  const lead = (): void => {
    if (!wanted) return;
    const held = leaseNow();
    const mine = held?.id === id;
    if (!mine && held && Date.now() - held.at < lapse) {
      stop?.();
      stop = null;
      return;
    }
    localStorage.setItem(lease, JSON.stringify({ id, at: Date.now() }));
    stop ??= openStream(tell);
  };
  lead();
  setInterval(lead, renewal);
  addEventListener("pagehide", () => {
    if (leaseNow()?.id === id) localStorage.removeItem(lease);
  });
  const end = (): void => {
    stop?.();
    stop = null;
    wanted = false;
  };
  const restart = (): void => {
    end();
    wanted = true;
    lead();
  };
  return { restart, stop: end };
}
