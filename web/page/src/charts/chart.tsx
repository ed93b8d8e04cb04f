import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLanguage } from "../words/language";
import type { Drawing, Option } from "./draw";

interface Props {
  title: string;
  description: string; // what a listener hears instead of the picture
  option: Option;
  height: number;
  help?: string;
  children: ComponentChildren; // the same figures as a table
}

// A picture of figures with its table beside it. The library for it is fetched when the first picture is wanted.
export function Chart({ title, description, option, height, help, children }: Props) {
  const { code, t } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let drawing: Drawing | null = null;
    let gone = false;
    void import("./draw").then(({ draw }) => {
      if (gone || !place.current) return;
      drawing = draw(place.current, option, code, description);
      setReady(true);
    });
    return () => {
      gone = true;
      drawing?.end();
    };
  }, [option, code, description]);
  return (
    <figure class="chart">
      <figcaption>
        <h2>{title}</h2>
        {help && <p class="faint">{help}</p>}
      </figcaption>
      <div class="picture">
        <div ref={place} class={`canvas h${height}`} role="img" aria-label={description} />
        {!ready && (
          <p class="faint" data-waiting>
            {t.chartWait}
          </p>
        )}
      </div>
      <div class="data" role="group" aria-label={title} tabIndex={0}>
        {children}
      </div>
    </figure>
  );
}
