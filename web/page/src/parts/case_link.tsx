// The way to one case, by its number as people know it.
export function CaseLink({ id, number, step }: { id: string; number: string; step?: string }) {
  const search = step ? `?do=${step}` : "";
  return (
    <a class="case" href={`/cases/${encodeURIComponent(id)}${search}`}>
      {number}
    </a>
  );
}
