import type { Choice } from "../api/types";
import { useWords } from "../words/language";
import { useName } from "./section";

interface Props {
  label: string;
  value: string;
  choices: Choice[];
  choose: (value: string) => void;
  all?: string;
}

// A labelled list to choose from, "all" first.
export function Choose({ label, value, choices, choose, all }: Props) {
  const t = useWords();
  const id = useName("c");
  return (
    <span class="choose">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose((event.target as HTMLSelectElement).value)}>
        <option value="">{all ?? t.all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}
