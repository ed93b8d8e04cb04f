import { useWords } from "../words/language";

interface Props {
  name: string;
  give: (password: string) => void;
  cancel: () => void;
}

// A first password for somebody else: whoever gets it must change it at once.
export function FirstPasswordForm({ name, give, cancel }: Props) {
  const t = useWords();
  const submit = (event: Event): void => {
    event.preventDefault();
    give(String(new FormData(event.target as HTMLFormElement).get("first") ?? ""));
  };
  return (
    <form class="card narrow" aria-label={t.giveTo(name)} onSubmit={submit}>
      <label for="first-password">
        {t.givePassword} · {name}
      </label>
      <input
        id="first-password"
        name="first"
        type="text"
        autocomplete="off"
        spellcheck={false}
        minLength={10}
        maxLength={128}
        required
      />
      <p>
        <button type="submit" class="main">
          {t.save}
        </button>{" "}
        <button type="button" onClick={cancel}>
          {t.cancel}
        </button>
      </p>
    </form>
  );
}
