import { openStream, type Told } from "./stream";

// One for all windows of this browser: it holds the stream, and tells every window through the channel.
interface Ports {
  onconnect: ((event: MessageEvent) => void) | null;
}

const channel = new BroadcastChannel("maotiao");
let state: Told = { kind: "state", live: false };
let stop: (() => void) | null = null;

function tell(told: Told): void {
  if (told.kind === "state") state = told;
  channel.postMessage(told);
}

function end(): void {
  stop?.();
  stop = null;
}

function start(): void {
  end();
  stop = openStream(tell);
}

(self as unknown as Ports).onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  port.onmessage = (message: MessageEvent<string>) => {
    if (message.data === "stop") end();
    else if (message.data === "restart" || !stop) start();
    port.postMessage(state);
  };
};
