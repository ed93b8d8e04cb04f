import type { Problem } from "./types";
import { within } from "./within";

// A call answers with a value in every case: the body, or what stood in its way. It never throws.
export type Answer<T> = { ok: true; body: T; etag: string | null } | { ok: false; problem: Problem };

export interface Sending {
  method: "POST" | "PUT" | "DELETE";
  body?: unknown;
  csrf?: string;
  revision?: number;
  key?: string;
}

const base = "/api/v1";
const longestRead = 30_000; // the figures of many years take their time

// The code of a problem that the page itself found: the server could not be reached, or what answered was not ours.
export const unreachable = "unreachable";

let onSignedOut = (): void => undefined;

// What to do when the server no longer knows who is there.
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

function headers(sending: Sending): Record<string, string> {
  const found: Record<string, string> = {};
  if (sending.body !== undefined) found["Content-Type"] = "application/json";
  if (sending.csrf) found["X-CSRF-Token"] = sending.csrf;
  if (sending.revision !== undefined) found["If-Match"] = `"${sending.revision}"`;
  if (sending.key) found["Idempotency-Key"] = sending.key;
  return found;
}

function notReached(status: number): Problem {
  return { title: "", status, code: unreachable };
}

function retryAfter(response: Response): { retry_after?: number } {
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  return Number.isNaN(seconds) ? {} : { retry_after: seconds };
}

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.includes("json")) return notReached(response.status);
  const told = (await response.json()) as Partial<Problem>;
  return { title: "", code: unreachable, ...told, ...retryAfter(response), status: response.status };
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  const body = response.status === 204 ? undefined : await response.json();
  return { ok: true, body: body as T, etag: response.headers.get("ETag") };
}

async function call<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const answer = await answerOf<T>(await fetch(base + path, { credentials: "same-origin", ...init }));
    if (!answer.ok && answer.problem.status === 401 && !path.startsWith("/session")) onSignedOut();
    return answer;
  } catch {
    return { ok: false, problem: notReached(0) };
  }
}

// The language goes into the address, so that a browser's cache never mixes the two.
export function withLanguage(path: string, language: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}

export function read<T>(path: string): Promise<Answer<T>> {
  return call<T>(path, { headers: { Accept: "application/json" }, signal: within(longestRead) });
}

export function send<T>(path: string, sending: Sending): Promise<Answer<T>> {
  const body = sending.body === undefined ? {} : { body: JSON.stringify(sending.body) };
  return call<T>(path, { method: sending.method, headers: headers(sending), ...body });
}
