import type { Case, Choice, Field } from "../api/types";
import type { Typed } from "../form/typed";

// Questions and tasks are named by their number in the case: a form that asks for one offers those that are open, as
// nobody knows numbers by heart.
const open: Record<string, (found: Case) => (string | null)[]> = {
  question_no: (found) =>
    (found.questions ?? []).map((one) => (one.answered ? null : `${one.text} · ${one.answerer_name}`)),
  task_no: (found) =>
    (found.tasks ?? []).map((one) => (one.status === "open" ? `${one.unit} ${one.person_name}: ${one.what}` : null)),
};

export const numberOf = (at: number): string => `${at + 1}.`;

function choicesOf(name: string, found: Case): Choice[] {
  const lines = open[name]?.(found) ?? [];
  return lines.flatMap((line, at) =>
    line === null ? [] : [{ value: String(at + 1), label: `${numberOf(at)} ${line}` }],
  );
}

export function withNumbers(fields: Field[], found: Case): Field[] {
  return fields.map((field) => {
    const choices = choicesOf(field.name, found);
    return choices.length > 0 ? { ...field, choices } : field;
  });
}

// Where there is one only, it is meant.
export function onlyOnes(fields: Field[]): Typed {
  const single = fields.filter((field) => field.name in open && field.choices?.length === 1);
  return Object.fromEntries(single.map((field) => [field.name, field.choices?.[0]?.value ?? ""]));
}
