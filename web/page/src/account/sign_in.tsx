import { useState } from "preact/hooks";
import { send, withLanguage } from "../api/call";
import type { Problem, SignedIn } from "../api/types";
import { problemWords } from "../parts/trouble";
import { useLanguage } from "../words/language";
import { span } from "../words/moments";
import type { PageWords } from "../words/zh";

interface Props {
  expired: boolean;
  login: string;
  done: () => void;
}

function words(t: PageWords, problem: Problem): string {
  if (problem.detail) return problem.detail;
  return problem.status === 401 ? t.wrongPassword : problemWords(t, problem);
}

export function SignIn({ expired, done }: Props) {
  const { code, t, choose } = useLanguage();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    setBusy(true);
    const body = { login: form.get("login"), password: form.get("password") };
    const answer = await send<SignedIn>(withLanguage("/session", code), { method: "POST", body });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    if (location.pathname === "/sign-in") history.replaceState(null, "", "/");
    done();
  };

  return (
    <main class="lone">
      <form class="card" onSubmit={(event) => void submit(event)}>
        <h1>
          {t.title} · {t.signIn}
        </h1>
        {expired && (
          <p class="notice" role="alert">
            {t.signInAgain}
          </p>
        )}
        {problem && (
          <p class="trouble" role="alert">
            {problem.status === 429 && problem.retry_after
              ? t.tryAfter(span(t, problem.retry_after))
              : words(t, problem)}
          </p>
        )}
        <label for="login">{t.login}</label>
        <input
          id="login"
          name="login"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          autofocus
        />
        <label for="password">{t.password}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t.submitting : t.signIn}
        </button>
        <p class="faint">{t.noAccount}</p>
        <p>
          <button
            type="button"
            class="quiet"
            lang={code === "en" ? "zh-CN" : "en"}
            onClick={() => choose(code === "en" ? "zh_CN" : "en")}
          >
            {code === "en" ? "中文" : "English"}
          </button>
        </p>
      </form>
    </main>
  );
}
