// Forms that hold something typed and not sent: leaving asks first.
const dirty = new Set<object>();

export function keepTyped(form: object, typed: boolean): void {
  if (typed) dirty.add(form);
  else dirty.delete(form);
}

export function mayLeave(question: string): boolean {
  if (dirty.size > 0 && !confirm(question)) return false;
  dirty.clear();
  return true;
}

addEventListener("beforeunload", (event) => {
  if (dirty.size > 0) event.preventDefault();
});
