import { shareStream } from "./leader";
import { openStream, type Told } from "./stream";

// What the page knows of the stream: whether it is up, and whom to tell of a change.
declare const LIVE_WORKER: string;

export type Changed = (cases: string[], gap: boolean) => void;

const watchers = new Set<Changed>();
const listeners = new Set<(live: boolean) => void>();
let live = true;
let restart: (() => void) | null = null;

function hear(told: Told): void {
  if (told.kind === "change") return watchers.forEach((changed) => changed(told.cases, told.gap));
  live = told.live;
  listeners.forEach((listen) => listen(live));
}

function startWorker(): () => void {
  const channel = new BroadcastChannel("maotiao");
  channel.onmessage = (event: MessageEvent<Told>) => hear(event.data);
  const port = new SharedWorker(LIVE_WORKER, { name: "maotiao" }).port;
  port.onmessage = (event: MessageEvent<Told>) => hear(event.data);
  port.postMessage("start");
  return () => port.postMessage("restart");
}

function startAlone(): () => void {
  let stop = openStream(hear);
  return () => {
    stop();
    stop = openStream(hear);
  };
}

// Starts listening once somebody is signed in; a second call starts the stream anew, as somebody else may have come.
export function startLive(): void {
  if (restart) return restart();
  const channels = typeof BroadcastChannel !== "undefined";
  if (channels && typeof SharedWorker !== "undefined") restart = startWorker();
  else if (channels) restart = shareStream(hear);
  else restart = startAlone();
}

export function watch(changed: Changed): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

export function listen(act: (live: boolean) => void): () => void {
  listeners.add(act);
  act(live);
  return () => listeners.delete(act);
}

// Reads everything shown anew: after a step of one's own the page does not wait for the stream.
export function changedHere(cases: string[]): void {
  hear({ kind: "change", cases, gap: false });
}
