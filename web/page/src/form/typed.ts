import type { Field, FieldValue } from "../api/types";
import type { PageWords } from "../words/zh";

// What stands in a form, as it was typed: one text a field; a list keeps one item a line.
export type Typed = Record<string, string>;
export type Wrong = Record<string, string>;

export const isEmpty = (typed: Typed): boolean => Object.values(typed).every((text) => text.trim() === "");

export const itemsOf = (text: string): string[] =>
  text
    .split("\n")
    .map((item) => item.trim())
    .filter((item) => item !== "");

// "2026-05-06T09:00" as typed in the centre, with the centre's offset: an instant.
export function instantOf(text: string, offset: string): string {
  return `${text.length === 16 ? `${text}:00` : text}${offset}`;
}

function longest(field: Field, text: string): number {
  const parts = field.type === "list" ? itemsOf(text) : [text];
  return Math.max(0, ...parts.map((part) => [...part].length));
}

// What is wrong with one field, or "".
export function wrongIn(t: PageWords, field: Field, text: string): string {
  if (text.trim() === "") return field.required ? t.fillThis : "";
  if (field.type === "int" && !/^\s*\d+\s*$/.test(text)) return t.wholeNumber;
  const limited = field.type === "text" || field.type === "list";
  return limited && field.max_length > 0 && longest(field, text) > field.max_length ? t.tooLong(field.max_length) : "";
}

export function wrongIns(t: PageWords, fields: Field[], typed: Typed): Wrong {
  const found: Wrong = {};
  for (const field of fields) {
    const wrong = wrongIn(t, field, typed[field.name] ?? "");
    if (wrong) found[field.name] = wrong;
  }
  return found;
}

function valueOf(field: Field, text: string, offset: string): FieldValue {
  switch (field.type) {
    case "bool":
      return text === "yes";
    case "int":
      return Number(text);
    case "list":
      return itemsOf(text);
    case "moment":
      return instantOf(text, offset);
    default:
      return text.trim();
  }
}

// The fields as the server takes them; what was left empty is left out.
export function valuesOf(fields: Field[], typed: Typed, offset: string): Record<string, FieldValue> {
  const found: Record<string, FieldValue> = {};
  for (const field of fields) {
    const text = typed[field.name] ?? "";
    if (text.trim() !== "") found[field.name] = valueOf(field, text, offset);
  }
  return found;
}
