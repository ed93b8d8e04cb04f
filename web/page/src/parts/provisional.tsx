import { useWords } from "../words/language";

export function Provisional({ is }: { is: boolean }) {
  const t = useWords();
  return is ? (
    <span class="tag" title={t.provisionalWhy}>
      {t.provisional}
    </span>
  ) : null;
}
