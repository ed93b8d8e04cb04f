import type { ComponentChildren } from "preact";
import { ArrivePage } from "../lists/arrive_page";
import { BoardPage } from "../board/board_page";
import { CasePage } from "../case/case_page";
import { CasesPage } from "../lists/cases_page";
import { MinePage } from "../lists/mine_page";
import { Page } from "../parts/page";
import { useWords } from "../words/language";
import { later } from "./later";
import type { Route } from "./route";

const AlertsPage = later(async () => (await import("../lists/alerts_page")).AlertsPage);
const CalendarPage = later(async () => (await import("../calendar/calendar_page")).CalendarPage);
const FiguresPage = later(async () => (await import("../figures/figures_page")).FiguresPage);
const PasswordPage = later(async () => (await import("../account/password_page")).PasswordPage);
export const FirstPassword = later(async () => (await import("../account/first_password")).FirstPassword);
const AuditPage = later(async () => (await import("../checks/audit_page")).AuditPage);
const ChecksPage = later(async () => (await import("../checks/checks_page")).ChecksPage);
const PeoplePage = later(async () => (await import("../people/people_page")).PeoplePage);

function NoSuchPage() {
  const t = useWords();
  return (
    <Page title={t.noSuchPage}>
      <p>
        <a href="/">{t.board}</a>
      </p>
    </Page>
  );
}

const pages: Record<string, (route: Route) => ComponentChildren> = {
  "/": () => <BoardPage />,
  "/sign-in": () => <BoardPage />,
  "/mine": () => <MinePage />,
  "/arrive": () => <ArrivePage />,
  "/cases": (route) => <CasesPage search={route.search} />,
  "/figures": () => <FiguresPage />,
  "/alerts": () => <AlertsPage />,
  "/calendar": () => <CalendarPage />,
  "/people": () => <PeoplePage />,
  "/checks": () => <ChecksPage />,
  "/audit": () => <AuditPage />,
  "/password": () => <PasswordPage />,
};

// The page at an address; one case is one page, so that nothing of another case stays behind.
export function pageAt(route: Route): ComponentChildren {
  const found = pages[route.path];
  if (found) return found(route);
  const id = /^\/cases\/([^/]+)$/.exec(route.path)?.[1];
  if (id) return <CasePage key={id} id={decodeURIComponent(id)} wanted={route.search.get("do")} />;
  return <NoSuchPage />;
}
