import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { send, withLanguage } from "../api/call";
import type { Problem } from "../api/types";
import { Page } from "../parts/page";
import { Trouble } from "../parts/trouble";
import { useSession } from "../shell/session";
import { useLanguage } from "../words/language";

interface Props {
  first?: boolean;
  children?: ComponentChildren;
}

// Changing one's own password; `first` when nothing else is possible before.
export function ChangePassword({ first = false, children }: Props) {
  const { code, t } = useLanguage();
  const { me, renew } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState("");

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = new FormData(form);
    setProblem(null);
    if (values.get("new") !== values.get("again")) return setSaid(t.passwordsDiffer);
    const body = { old: values.get("old"), new: values.get("new") };
    const answer = await send(withLanguage("/session/password", code), { method: "POST", body, csrf: me.csrf });
    if (!answer.ok) {
      setSaid("");
      return setProblem(answer.problem);
    }
    form.reset();
    setSaid(t.passwordChanged);
    renew(); // the session is a new one
  };

  return (
    <Page title={t.changePassword}>
      <form class="card narrow" onSubmit={(event) => void submit(event)}>
        {first && <p class="notice">{t.firstPassword}</p>}
        {problem && <Trouble problem={problem} />}
        <p role="status">{said}</p>
        <input type="hidden" name="username" autocomplete="username" value={me.person.id} />
        <label for="old">{t.oldPassword}</label>
        <input id="old" name="old" type="password" autocomplete="current-password" required />
        <label for="new">{t.newPassword}</label>
        <input
          id="new"
          name="new"
          type="password"
          autocomplete="new-password"
          minLength={10}
          maxLength={128}
          required
        />
        <label for="again">{t.newPasswordAgain}</label>
        <input id="again" name="again" type="password" autocomplete="new-password" required />
        <button type="submit" class="main">
          {t.save}
        </button>
      </form>
      {children}
    </Page>
  );
}
