import { useEffect, useState } from "preact/hooks";
import { read, withLanguage } from "../api/call";
import type { Problem } from "../api/types";
import { useLanguage } from "../words/language";

// A list that comes page by page: the first page follows `first`, further ones are added below when asked for.
export interface Pages<Row> {
  rows: Row[];
  more: boolean;
  problem: Problem | null;
  fetchMore: () => void;
}

interface Page<Row> {
  rows: Row[];
  next: string | null;
}

export function usePages<Row>(path: string, first: Page<Row> | null, pageOf: (body: unknown) => Page<Row>): Pages<Row> {
  const { code } = useLanguage();
  const [further, setFurther] = useState<Page<Row> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => setFurther(null), [path, code]);
  const next = further ? further.next : (first?.next ?? null);

  const fetchMore = async (): Promise<void> => {
    const joined = `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(next ?? "")}`;
    const answer = await read<unknown>(withLanguage(joined, code));
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const page = pageOf(answer.body);
    setFurther((last) => ({ rows: [...(last?.rows ?? []), ...page.rows], next: page.next }));
  };
  return {
    rows: [...(first?.rows ?? []), ...(further?.rows ?? [])],
    more: next !== null,
    problem,
    fetchMore: () => void fetchMore(),
  };
}
