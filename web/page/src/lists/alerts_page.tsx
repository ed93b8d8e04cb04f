import type { Alert, Alerts } from "../api/types";
import { always, useRead } from "../live/use_read";
import { CaseLink } from "../parts/case_link";
import { Page } from "../parts/page";
import { Reading } from "../parts/reading";
import { Table, type Column } from "../parts/table";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { moment } from "../words/moments";
import { DeliveriesSection } from "./deliveries";

// Every alert that was raised, the newest first: when it was due, when it was raised, and whom it told.
export function AlertsPage() {
  const t = useWords();
  const { can } = useSession();
  const shown = useRead<Alerts>("/alerts", always);
  const columns: Column<Alert>[] = [
    { head: t.when, cell: (row) => moment(t, row.at) },
    {
      head: t.level,
      cell: (row) => (
        <>
          {row.level_label} {row.superseded && <span class="tag">{t.superseded}</span>}
        </>
      ),
    },
    { head: t.case, main: true, cell: (row) => <CaseLink id={row.id} number={row.case} /> },
    { head: t.deadline, cell: (row) => row.deadline_label },
    { head: t.due, cell: (row) => moment(t, row.due) },
    { head: t.tells, cell: (row) => row.tells_name || row.tells },
    { head: t.raisedAt, cell: (row) => moment(t, row.raised_at) },
  ];
  return (
    <Page title={t.alerts}>
      <Reading shown={shown}>
        {({ alerts, more }) =>
          alerts.length === 0 ? (
            <p class="empty">{t.alertsNone}</p>
          ) : (
            <>
              <Table
                caption={t.alerts}
                columns={columns}
                rows={alerts}
                kind={(row) => (row.superseded ? "pale" : row.level)}
                name={(row) => `${row.id}.${row.deadline}.${row.cycle}.${row.level}.${row.due}.${row.tells}`}
              />
              {more > 0 && <p class="notice">{t.moreAlerts(more)}</p>}
            </>
          )
        }
      </Reading>
      {can("deliveries") && <DeliveriesSection />}
    </Page>
  );
}
