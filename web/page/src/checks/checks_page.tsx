import { Page } from "../parts/page";
import { useSession } from "../shell/session";
import { useWords } from "../words/language";
import { DueForm } from "./due_form";
import { NightList } from "./night_list";
import { VerifyForm } from "./verify_form";

// What is looked up now and then: a due date, the runs of the nights, whether the history holds.
export function ChecksPage() {
  const t = useWords();
  const { can } = useSession();
  return (
    <Page title={t.checks} beside={can("attempts") && <a href="/audit">{t.audit}</a>}>
      <DueForm />
      <NightList />
      {can("verify") && <VerifyForm />}
    </Page>
  );
}
