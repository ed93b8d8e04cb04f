// Instants as the API writes them: RFC 3339 with the offset of a centre in China.
const offset = 8 * 3600 * 1000;
export const instant = (ms) => `${new Date(ms + offset).toISOString().slice(0, 19)}+08:00`;
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
