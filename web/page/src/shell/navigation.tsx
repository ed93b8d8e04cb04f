import { useWords } from "../words/language";
import type { PageWords } from "../words/zh";
import { useSession } from "./session";

// The pages in the order of the day's work; `needs` is the action that a role must be permitted.
const places: { path: string; word: keyof PageWords; needs: string | null }[] = [
  { path: "/", word: "board", needs: null },
  { path: "/mine", word: "mine", needs: null },
  { path: "/arrive", word: "arrive", needs: "arrive" },
  { path: "/cases", word: "cases", needs: "list" },
  { path: "/figures", word: "figures", needs: "report" },
  { path: "/alerts", word: "alerts", needs: "check" },
  { path: "/calendar", word: "calendar", needs: null },
  { path: "/checks", word: "checks", needs: "check" },
  { path: "/people", word: "people", needs: "people" },
];

function isHere(path: string, place: string): boolean {
  return place === "/" ? path === "/" : path === place || path.startsWith(`${place}/`);
}

export function Navigation({ path, open, chosen }: { path: string; open: boolean; chosen: () => void }) {
  const t = useWords();
  const { can } = useSession();
  const mine = places.filter((place) => place.needs === null || can(place.needs));
  return (
    <nav id="navigation" class={open ? "open" : ""} aria-label={t.navigation}>
      <ul>
        {mine.map((place) => (
          <li key={place.path}>
            <a
              href={place.path}
              onClick={chosen}
              {...(isHere(path, place.path) ? { "aria-current": "page" as const } : {})}
            >
              {t[place.word] as string}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
