import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { hasMoved } from "../shell/route";
import { useWords } from "../words/language";

interface Props {
  title: string;
  beside?: ComponentChildren;
  children: ComponentChildren;
}

// One page: its heading names the window and, after a move inside the page, takes the focus, so that it is read out.
export function Page({ title, beside, children }: Props) {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved()) heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title} · ${t.title}`;
  }, [title, t]);
  return (
    <div class="page">
      <div class="title">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
      </div>
      {children}
    </div>
  );
}
