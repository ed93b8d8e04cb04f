import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

let numbers = 0;

export function useName(prefix: string): string {
  return (useRef<string>(null).current ??= `${prefix}${++numbers}`);
}

interface Props {
  title: string;
  count?: number | null;
  class?: string;
  beside?: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ title, count, class: kind, beside, children }: Props) {
  const id = useName("s");
  return (
    <section class={kind ? `section ${kind}` : "section"} aria-labelledby={id}>
      <div class="heading">
        <h2 id={id}>
          {title}
          {count !== undefined && count !== null && <span class="count">{count}</span>}
        </h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
