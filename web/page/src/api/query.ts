// "?a=1&b=2" of what is set; empty when nothing is.
export function query(wanted: Record<string, string | number | boolean | null | undefined>): string {
  const found = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    if (value === true) found.set(name, "1");
    else if (value !== null && value !== undefined && value !== "" && value !== false) found.set(name, String(value));
  }
  const text = found.toString();
  return text ? `?${text}` : "";
}
