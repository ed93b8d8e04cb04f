import type { Field } from "../api/types";
import { useName } from "../parts/section";
import { useWords } from "../words/language";
import { ChoiceInput, isOpen } from "./choice_input";
import { ListInput } from "./list_input";
import { TextInput } from "./text_input";

export interface InputProps {
  id: string;
  field: Field;
  value: string;
  change: (value: string) => void;
  described: string | undefined;
  wrong: boolean;
}

function inputFor(field: Field) {
  if (field.type === "bool" || (field.choices && field.type !== "list")) return ChoiceInput;
  return field.type === "list" ? ListInput : TextInput;
}

// Groups of radio buttons and check boxes are named by a legend; a single input by its label.
function isGroup(field: Field): boolean {
  if (field.type === "bool") return true;
  if (field.type === "list") return field.choices !== null;
  return isOpen(field);
}

interface Props {
  field: Field;
  value: string;
  change: (value: string) => void;
  wrong: string | undefined;
  help?: string;
}

// One field of a form: its name, whether it must be filled, the input, and what is wrong with it.
export function FieldRow({ field, value, change, wrong, help }: Props) {
  const t = useWords();
  const id = useName("f");
  const Input = inputFor(field);
  const said = help ?? (field.type === "list" && !field.choices ? t.listHelp : "");
  const described = [said && `${id}h`, wrong && `${id}w`].filter(Boolean).join(" ") || undefined;
  const name = (
    <>
      {field.label}
      {field.required && <span class="required">{t.required}</span>}
    </>
  );
  const body = (
    <>
      {said && (
        <span class="faint" id={`${id}h`}>
          {said}
        </span>
      )}
      <Input id={id} field={field} value={value} change={change} described={described} wrong={Boolean(wrong)} />
      {wrong && (
        <span class="wrong" id={`${id}w`}>
          {wrong}
        </span>
      )}
    </>
  );
  if (isGroup(field))
    return (
      <fieldset class="field" data-field={field.name} aria-describedby={described} data-wrong={wrong ? "" : undefined}>
        <legend>{name}</legend>
        {body}
      </fieldset>
    );
  return (
    <div class="field" data-field={field.name}>
      <label for={id}>{name}</label>
      {body}
    </div>
  );
}
