import type { Board, Light } from "../api/types";
import { Choose } from "../parts/choose";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { isNarrow, type Filters } from "./filters";

interface Props {
  filters: Filters;
  board: Board;
  narrow: (filters: Filters) => void;
}

const empty: Filters = { centre: "", deadline: "", light: "", holder: "" };

export function FilterBar({ filters, board, narrow }: Props) {
  const t = useWords();
  const { words } = useSession();
  const lights = (["red", "amber", "green"] as Light[]).map((light) => ({ value: light, label: t[light] }));
  const deadlines = Object.entries(words.deadlines).map(([value, label]) => ({ value, label }));
  const named = (all: { id: string; name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div class="filters" role="search" aria-label={t.filter}>
      <Choose
        label={t.centre}
        value={filters.centre}
        choices={named(board.centres)}
        choose={(centre) => narrow({ ...filters, centre })}
      />
      <Choose
        label={t.deadline}
        value={filters.deadline}
        choices={deadlines}
        choose={(deadline) => narrow({ ...filters, deadline })}
      />
      <Choose
        label={t.lights}
        value={filters.light}
        choices={lights}
        choose={(light) => narrow({ ...filters, light: light as Light })}
      />
      <Choose
        label={t.holder}
        value={filters.holder}
        choices={named(board.holders)}
        choose={(holder) => narrow({ ...filters, holder })}
      />
      {isNarrow(filters) && (
        <button type="button" class="quiet" onClick={() => narrow(empty)}>
          {t.clearFilter}
        </button>
      )}
    </div>
  );
}
