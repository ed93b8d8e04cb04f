import { useEffect, useState } from "preact/hooks";
import { mayLeave } from "./unsaved";

// Where the reader is, from the address line: paths are those that the server answers with this page.
export interface Route {
  path: string;
  search: URLSearchParams;
}

const listeners = new Set<() => void>();
let moved = false;

function here(): Route {
  return { path: location.pathname, search: new URLSearchParams(location.search) };
}

function tell(): void {
  listeners.forEach((listen) => listen());
}

// True once the reader has moved inside the page: only then does a new page take the focus.
export const hasMoved = (): boolean => moved;

export function go(address: string, question: string): void {
  if (!mayLeave(question)) return;
  moved = true;
  history.pushState(null, "", address);
  scrollTo(0, 0);
  tell();
}

// Puts the filters into the address without a new page, so that it can be kept and sent on.
export function keepInAddress(address: string): void {
  history.replaceState(null, "", address);
  tell();
}

addEventListener("popstate", () => {
  moved = true;
  tell();
});

export function useRoute(): Route {
  const [route, setRoute] = useState(here());
  useEffect(() => {
    const listen = (): void => setRoute(here());
    listeners.add(listen);
    return () => void listeners.delete(listen);
  }, []);
  return route;
}

function ours(event: MouseEvent): HTMLAnchorElement | null {
  if (
    event.button !== 0 ||
    event.defaultPrevented ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return null;
  }
  const link = (event.target as Element | null)?.closest("a");
  return link && link.origin === location.origin && !link.target && link.getAttribute("href")?.startsWith("/")
    ? link
    : null;
}

// Takes plain clicks on our own links; everything else is left to the browser.
export function followLinks(question: () => string): () => void {
  const follow = (event: MouseEvent): void => {
    const link = ours(event);
    if (!link || link.pathname.startsWith("/api/")) return;
    event.preventDefault();
    go(link.pathname + link.search, question());
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
