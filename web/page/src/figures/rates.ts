import type { Rate } from "../api/types";

// "75 %", or "–" where there is nothing to divide by.
export function percent(rate: Rate): string {
  return rate.rate === null ? "–" : `${Math.round(rate.rate * 1000) / 10} %`;
}

export function percentOf(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part / of) * 1000) / 10;
}
