import type { PageWords } from "./zh";

// Instants come with the centre's own offset: what stands in the text is the time on the centre's wall, so it is shown
// as it stands and never counted into the zone of the browser.

export const dateOf = (instant: string): string => instant.slice(0, 10);
export const timeOf = (instant: string): string => instant.slice(11, 16);
export const offsetOf = (instant: string): string => /(?:[+-]\d\d:\d\d|Z)$/.exec(instant)?.[0] ?? "+08:00";

// The date on the wall of the centre that told `near`, at a time of the clock.
export function wallDate(time: number, near: string): string {
  const shift = Date.parse(`${near.slice(0, 19)}Z`) - Date.parse(`${near.slice(0, 19)}${offsetOf(near)}`);
  return new Date(time + shift).toISOString().slice(0, 10);
}

export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

// "05-06 周三 09:00", with the year where it is not the year of `near`.
export function moment(t: PageWords, instant: string | null, near?: string): string {
  if (!instant) return "";
  const date = dateOf(instant);
  const day = near && near.slice(0, 4) === date.slice(0, 4) ? date.slice(5) : date;
  return `${day} ${t.weekdays[weekdayOf(date)] ?? ""} ${timeOf(instant)}`;
}

export function dayWords(t: PageWords, instant: string): string {
  const date = dateOf(instant);
  return `${date} ${t.weekdays[weekdayOf(date)] ?? ""}`;
}

// The two largest units of a span of seconds: "3 天 4 小时", "25 分". Never negative.
export function span(t: PageWords, seconds: number): string {
  const whole = Math.max(0, Math.floor(Math.abs(seconds)));
  const [days, hours, minutes] = [
    Math.floor(whole / 86400),
    Math.floor((whole % 86400) / 3600),
    Math.floor((whole % 3600) / 60),
  ];
  if (days > 0) return hours > 0 ? `${days} ${t.day} ${hours} ${t.hour}` : `${days} ${t.day}`;
  if (hours > 0) return minutes > 0 ? `${hours} ${t.hour} ${minutes} ${t.minute}` : `${hours} ${t.hour}`;
  if (minutes > 0) return `${minutes} ${t.minute}`;
  return `${whole} ${t.second}`;
}

// "还剩 25 分", "逾期 2 天".
export function remaining(t: PageWords, seconds: number): string {
  return seconds < 0 ? t.late(span(t, seconds)) : t.left(span(t, seconds));
}

// "12:05" of the minutes and seconds that are left; "-3:10" when it is over.
export function countdown(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const rest = String(whole % 60).padStart(2, "0");
  return `${seconds < 0 ? "-" : ""}${Math.floor(whole / 60)}:${rest}`;
}

export const secondsUntil = (due: string, now: number): number => Math.floor((Date.parse(due) - now) / 1000);
