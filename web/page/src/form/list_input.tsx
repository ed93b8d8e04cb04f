import type { InputProps } from "./field_row";
import { itemsOf } from "./typed";

// Several of one thing: boxes to tick where the words are given, else one a line.
export function ListInput({ id, field, value, change, described, wrong }: InputProps) {
  if (!field.choices) {
    return (
      <textarea
        id={id}
        name={field.name}
        rows={2}
        value={value}
        aria-describedby={described}
        aria-invalid={wrong}
        aria-required={field.required}
        onInput={(event) => change((event.target as HTMLTextAreaElement).value)}
      />
    );
  }
  const chosen = itemsOf(value);
  const toggle = (item: string, on: boolean): void =>
    change([...chosen.filter((other) => other !== item), ...(on ? [item] : [])].join("\n"));
  return (
    <div class="options">
      {field.choices.map((choice) => (
        <label key={choice.value} class="option">
          <input
            type="checkbox"
            name={field.name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, (event.target as HTMLInputElement).checked)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
