import type { Light } from "../api/types";
import { query } from "../api/query";

// What a board is narrowed to; it stands in the address, so that a supervisor can keep it as a bookmark.
export interface Filters {
  centre: string;
  deadline: string;
  light: Light | "";
  holder: string;
}

export function filtersOf(search: URLSearchParams): Filters {
  const said = (name: string): string => search.get(name) ?? "";
  return {
    centre: said("centre"),
    deadline: said("deadline"),
    light: said("light") as Light | "",
    holder: said("holder"),
  };
}

export function addressOf(filters: Filters): string {
  return `/${query({ ...filters })}`;
}

export const isNarrow = (filters: Filters): boolean => Object.values(filters).some((value) => value !== "");
