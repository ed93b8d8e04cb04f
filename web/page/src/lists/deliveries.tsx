import type { Deliveries, DeliveryChannel, Sending } from "../api/types";
import { always, useRead } from "../live/use_read";
import { Reading } from "../parts/reading";
import { Section } from "../parts/section";
import { Table, type Column } from "../parts/table";
import { Trouble } from "../parts/trouble";
import { useAct } from "../parts/use_act";
import { useWords } from "../words/language";
import { moment } from "../words/moments";

// How the messages get out of the house: the channels, and what was given up, to be sent again.
export function DeliveriesSection() {
  const t = useWords();
  const shown = useRead<Deliveries>("/deliveries", always);
  const { act, problem, said } = useAct();
  const resend = async (id: string): Promise<void> => {
    if (await act(`/deliveries/${encodeURIComponent(id)}/resend`, "POST")) shown.again();
  };
  const channels: Column<DeliveryChannel>[] = [
    { head: t.channelName, main: true, cell: (row) => row.name },
    { head: t.receivers, cell: (row) => row.for_names.join(", ") },
    { head: t.unsent, cell: (row) => row.waiting },
    { head: t.triedAgain, cell: (row) => row.trying },
    { head: t.givenUp, cell: (row) => row.dead },
  ];
  const dead: Column<Sending>[] = [
    { head: t.channelName, cell: (row) => row.channel },
    { head: t.case, main: true, cell: (row) => row.cases.join(" ") },
    { head: t.lastTry, cell: (row) => moment(t, row.tried_at) },
    { head: t.tries, cell: (row) => row.attempts },
    { head: t.why, cell: (row) => row.error },
    {
      head: t.resend,
      screen: true,
      cell: (row) => (
        <button type="button" class="quiet" onClick={() => void resend(row.id)}>
          {t.resend}
        </button>
      ),
    },
  ];
  return (
    <Section title={t.deliveries}>
      {problem && <Trouble problem={problem} />}
      <p role="status">{said}</p>
      <Reading shown={shown}>
        {(body) => (
          <>
            {body.channels.length === 0 ? (
              <p class="empty">{t.noChannels}</p>
            ) : (
              <Table caption={t.deliveries} columns={channels} rows={body.channels} name={(row) => row.name} />
            )}
            {body.dead.length > 0 && (
              <Table caption={t.givenUp} columns={dead} rows={body.dead} name={(row) => row.id} />
            )}
          </>
        )}
      </Reading>
    </Section>
  );
}
