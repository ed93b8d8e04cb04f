import type { InputProps } from "./field_row";

const long = 300; // a text that may be longer than this gets more than one line

// Text, numbers and moments.
export function TextInput({ id, field, value, change, described, wrong }: InputProps) {
  const shared = {
    id,
    name: field.name,
    value,
    "aria-describedby": described,
    "aria-invalid": wrong,
    "aria-required": field.required,
    onInput: (event: Event) => change((event.target as HTMLInputElement).value),
  };
  if (field.type === "moment") return <input type="datetime-local" {...shared} />;
  if (field.type === "int") return <input inputMode="numeric" class="short" {...shared} />;
  if (field.max_length > long) return <textarea rows={3} {...shared} />;
  return <input autocomplete="off" {...shared} />;
}
