import type { Choice, Field } from "../api/types";
import { useWords } from "../words/language";
import type { PageWords } from "../words/zh";
import type { InputProps } from "./field_row";

const few = 5;

// A few words stand open side by side; more of them, and people, go into a list.
export function isOpen(field: Field): boolean {
  return field.type === "bool" || (field.type === "choice" && field.choices !== null && field.choices.length <= few);
}

// "Not said" is an answer of its own: a question that nobody asked is not a no.
function choicesOf(t: PageWords, field: Field): Choice[] {
  const given =
    field.type === "bool"
      ? [
          { value: "yes", label: t.yes },
          { value: "no", label: t.no },
        ]
      : (field.choices ?? []);
  return field.required ? given : [...given, { value: "", label: t.unsaid }];
}

export function ChoiceInput({ id, field, value, change, described, wrong }: InputProps) {
  const t = useWords();
  if (!isOpen(field)) {
    return (
      <select
        id={id}
        name={field.name}
        value={value}
        aria-describedby={described}
        aria-invalid={wrong}
        aria-required={field.required}
        onChange={(event) => change((event.target as HTMLSelectElement).value)}
      >
        <option value="">{field.required ? t.choose : t.unsaid}</option>
        {field.choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div class="options">
      {choicesOf(t, field).map((choice) => (
        <label key={choice.value} class={choice.value === "" ? "option unsaid" : "option"}>
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => change(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
