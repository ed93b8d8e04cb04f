import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { unreachable, type Answer } from "../api/call";
import { attemptKey } from "../api/key";
import type { Field, HappeningBody, Problem, StepTaken } from "../api/types";
import { Trouble } from "../parts/trouble";
import { useSession } from "../shell/session";
import { keepTyped } from "../shell/unsaved";
import { useWords } from "../words/language";
import { offsetOf } from "../words/moments";
import { FieldRow } from "./field_row";
import { instantOf, isEmpty, valuesOf, wrongIns, type Typed, type Wrong } from "./typed";

interface Props {
  fields: Field[];
  lateReason: boolean; // the limit passed: the reason is asked for; the server may find so only when it is sent
  submit: string;
  start?: Typed;
  fold?: string[]; // all that may wait is folded away, but for these
  sent: (body: HappeningBody, key: string) => Promise<Answer<StepTaken>>;
  done: (taken: StepTaken) => void;
  refused?: (problem: Problem) => boolean; // true: it was shown elsewhere
  cancel?: () => void;
  children?: ComponentChildren;
}

const lateName = "late_reason";
const atName = "occurred_at";
const reasonOwed = "late_reason_needed"; // the code of a refusal

// The fields that are asked for at once and those that may wait; the reason for being late only when it is owed.
function sorted(fields: Field[], lateReason: boolean, label: string): { first: Field[]; later: Field[] } {
  const rest = fields.filter((field) => field.name !== lateName);
  const known = fields.find((field) => field.name === lateName);
  const late: Field[] = lateReason
    ? [{ name: lateName, label, type: "text", choices: null, max_length: 20000, ...known, required: true }]
    : [];
  return {
    first: [...late, ...rest.filter((field) => field.required)],
    later: rest.filter((field) => !field.required),
  };
}

// The form of one happening, made from what the server says it takes. What was typed stays until it is taken.
export function HappeningForm({
  fields,
  lateReason,
  submit,
  start,
  fold,
  sent,
  done,
  refused,
  cancel,
  children,
}: Props) {
  const t = useWords();
  const { me } = useSession();
  const [typed, setTyped] = useState<Typed>(start ?? {});
  const [wrong, setWrong] = useState<Wrong>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const attempt = useRef({ key: "", body: "" });
  const token = useRef({});
  const [owed, setOwed] = useState(false);
  const late = lateReason || owed;
  const { first, later } = sorted(fields, late, t.lateReason);
  const at: Field = {
    name: atName,
    label: t.happenedAt,
    type: "moment",
    required: false,
    choices: null,
    max_length: 0,
  };

  useEffect(() => () => keepTyped(token.current, false), []);
  const change = (name: string, value: string): void => {
    const next = { ...typed, [name]: value };
    setTyped(next);
    setWrong({ ...wrong, [name]: "" });
    keepTyped(token.current, !isEmpty(next));
  };

  const bodyNow = (): HappeningBody => {
    const offset = offsetOf(me.now);
    const when = typed[atName] ?? "";
    return {
      fields: valuesOf([...first, ...later], typed, offset),
      ...(when ? { occurred_at: instantOf(when, offset) } : {}),
    };
  };
  // The same words after a lost answer are the same attempt; anything else is a new one.
  const keyOf = (body: HappeningBody): string => {
    const text = JSON.stringify(body);
    if (attempt.current.body !== text) attempt.current = { key: attemptKey(), body: text };
    return attempt.current.key;
  };

  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const found = wrongIns(t, [...first, ...later], typed);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const body = bodyNow();
    const answer = await sent(body, keyOf(body));
    setBusy(false);
    if (answer.ok) {
      keepTyped(token.current, false);
      return done(answer.body);
    }
    if (answer.problem.code === reasonOwed) {
      setOwed(true);
      return setWrong({ [lateName]: t.fillThis });
    }
    if (answer.problem.code !== unreachable) attempt.current = { key: "", body: "" };
    setProblem(refused?.(answer.problem) ? null : answer.problem);
  };

  // What is wrong takes the focus, the first of it.
  useEffect(() => {
    const place =
      Object.values(wrong).some(Boolean) &&
      form.current?.querySelector<HTMLElement>("[data-wrong] input, [aria-invalid=true]");
    if (!place) return;
    place.closest("details")?.setAttribute("open", "");
    place.focus();
  }, [wrong]);

  const stands = (field: Field): boolean => !fold || fold.includes(field.name);
  const folded = later.filter((field) => !stands(field));
  const row = (field: Field) => (
    <FieldRow
      key={field.name}
      field={field}
      value={typed[field.name] ?? ""}
      change={(value) => change(field.name, value)}
      wrong={wrong[field.name]}
      {...(field.name === atName ? { help: t.happenedHelp } : {})}
    />
  );
  return (
    <form class="happening" ref={form} noValidate onSubmit={(event) => void send(event)}>
      {late && <p class="notice">{t.lateReasonAsked}</p>}
      {first.map(row)}
      {later.filter(stands).map(row)}
      {folded.length > 0 && (
        <details>
          <summary>{t.moreFields}</summary>
          {folded.map(row)}
        </details>
      )}
      <details>
        <summary>{t.happenedBefore}</summary>
        {row(at)}
      </details>
      {children}
      {problem && <Trouble problem={problem} />}
      {problem?.code === unreachable && <p class="notice">{t.notSent}</p>}
      <p class="actions">
        <button type="submit" class="main" aria-disabled={busy}>
          {busy ? t.submitting : submit}
        </button>
        {cancel && (
          <button type="button" onClick={cancel}>
            {t.cancel}
          </button>
        )}
      </p>
    </form>
  );
}
