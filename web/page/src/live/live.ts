import { shareStream } from "./leader";
import { openStream, type Told } from "./stream";

// What the page knows of the stream: whether it is up, and whom to tell of a change.
declare const LIVE_WORKER: string;

export type Changed = (cases: string[], gap: boolean) => void;

const watchers = new Set<Changed>();
const listeners = new Set<(live: boolean) => void>();
let live = true;
let stream: Stream | null = null;

// How the stream of this browser is started anew, and ended.
export interface Stream {
  restart: () => void;
  stop: () => void;
}

function hear(told: Told): void {
  if (told.kind === "change") return watchers.forEach((changed) => changed(told.cases, told.gap));
  live = told.live;
  listeners.forEach((listen) => listen(live));
}

function startWorker(): Stream {
  const channel = new BroadcastChannel("maotiao");
  channel.onmessage = (event: MessageEvent<Told>) => hear(event.data);
  const port = new SharedWorker(LIVE_WORKER, { name: "maotiao" }).port;
  port.onmessage = (event: MessageEvent<Told>) => hear(event.data);
  port.postMessage("start");
  return { restart: () => port.postMessage("restart"), stop: () => port.postMessage("stop") };
}

function startAlone(): Stream {
  let stop = openStream(hear);
  const restart = (): void => {
    stop();
    stop = openStream(hear);
  };
  return { restart, stop: () => stop() };
}

// Starts listening once somebody is signed in; a second call starts the stream anew, as somebody else may have come.
export function startLive(): void {
  if (stream) return stream.restart();
  const channels = typeof BroadcastChannel !== "undefined";
  if (channels && typeof SharedWorker !== "undefined") stream = startWorker();
  else if (channels) stream = shareStream(hear);
  else stream = startAlone();
}

// Nobody is signed in any more: asking on would only be refused.
export function stopLive(): void {
  stream?.stop();
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
