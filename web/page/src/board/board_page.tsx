import { useCallback, useEffect } from "preact/hooks";
import { query } from "../api/query";
import type { Board } from "../api/types";
import { learnTime } from "../live/clock";
import { always, useRead } from "../live/use_read";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { keepInAddress, useRoute } from "../shell/route";
import { useWords } from "../words/language";
import { timeOf } from "../words/moments";
import { BoardRows } from "./board_rows";
import { FilterBar } from "./filter_bar";
import { addressOf, filtersOf, isNarrow, type Filters } from "./filters";
import { HandOffs } from "./hand_offs";
import { Lights } from "./lights";
import { Promises } from "./promises";
import { WaitingHall } from "./waiting_hall";

const freshness = 30_000; // lights change with the time too, without any step

// What runs and until when, over all that the reader may see.
export function BoardPage() {
  const t = useWords();
  const filters = filtersOf(useRoute().search);
  // The figures on top, the hall and the hand-offs stay whole whatever the table below is narrowed to.
  const shown = useRead<Board>(`/board${query({ centre: filters.centre })}`, always);
  const further = isNarrow({ ...filters, centre: "" });
  const narrowed = useRead<Board>(further ? `/board${query({ ...filters })}` : null, always);
  const board = shown.body;
  const again = useCallback(() => {
    shown.again();
    narrowed.again();
  }, [shown.again, narrowed.again]);

  useEffect(() => {
    if (board) learnTime(board.as_of);
  }, [board]);
  useEffect(() => {
    const timer = setInterval(() => document.hidden || again(), freshness);
    return () => clearInterval(timer);
  }, [again]);
  const narrow = (next: Filters): void => keepInAddress(addressOf(next));

  return (
    <Page title={t.board} beside={board && <p class="faint">{t.asOf(timeOf(board.as_of))}</p>}>
      <Reading shown={shown}>
        {(body) => (
          <div class={body.health.status === "ok" ? "board" : "board unwatched"}>
            <Lights counts={body.lights} chosen={filters.light} choose={(light) => narrow({ ...filters, light })} />
            <div class="pair">
              <WaitingHall waiting={body.waiting} more={body.waiting_more} />
              <HandOffs offers={body.hand_offs} more={body.hand_offs_more} />
            </div>
            <FilterBar filters={filters} board={body} narrow={narrow} />
            <Reading shown={further ? narrowed : shown}>
              {(rows) => <BoardRows board={rows} hall={filters.deadline === "reception"} ended={again} />}
            </Reading>
            <Promises summary={body.summary} />
          </div>
        )}
      </Reading>
    </Page>
  );
}
