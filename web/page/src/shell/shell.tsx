import { useState } from "preact/hooks";
import { read, send } from "../api/call";
import type { SignedIn } from "../api/types";
import { useLanguage } from "../words/language";
import { Banner } from "./banner";
import { Navigation } from "./navigation";
import { FirstPassword, pageAt } from "./pages";
import { useRoute } from "./route";
import { useSession } from "./session";
import { mayLeave } from "./unsaved";

interface Props {
  signedOut: () => void;
}

// What stands around every page: the way past it, the head with the navigation, the banner, and the page itself.
export function Shell({ signedOut }: Props) {
  const { code, t, choose } = useLanguage();
  const { me } = useSession();
  const route = useRoute();
  const [open, setOpen] = useState(false);

  const leave = async (): Promise<void> => {
    if (!mayLeave(t.leaveUnsaved)) return;
    const end = (csrf: string) => send("/session", { method: "DELETE", csrf });
    const left = await end(me.csrf);
    // Another window has signed in anew since: the session that this browser has now is the one to end.
    const now = left.ok || left.problem.status !== 403 ? null : await read<SignedIn>("/session");
    if (now?.ok) await end(now.body.csrf);
    signedOut();
  };

  if (me.must_change) {
    return (
      <main class="lone" id="main">
        <FirstPassword />
      </main>
    );
  }
  return (
    <>
      <a class="skip" href="#main">
        {t.skip}
      </a>
      <header class="head">
        <p class="place">
          <strong>{me.organisation}</strong>
          {me.practice && <span class="tag">{t.practice}</span>}
        </p>
        <button
          type="button"
          class="menu"
          aria-expanded={open}
          aria-controls="navigation"
          onClick={() => setOpen(!open)}
        >
          {t.menu}
        </button>
        <Navigation path={route.path} open={open} chosen={() => setOpen(false)} />
        <p class="who">
          <a href="/password">{me.person.name}</a>
          <span class="at">{me.person.centre_name}</span>
          <button
            type="button"
            class="quiet"
            lang={code === "en" ? "zh-CN" : "en"}
            onClick={() => choose(code === "en" ? "zh_CN" : "en")}
          >
            {code === "en" ? "中文" : "English"}
          </button>
          <button type="button" class="quiet" onClick={() => void leave()}>
            {t.signOut}
          </button>
        </p>
      </header>
      <Banner />
      <main id="main" tabIndex={-1}>
        {pageAt(route)}
      </main>
    </>
  );
}
