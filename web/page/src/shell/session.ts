import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { SignedIn, Words } from "../api/types";

// Who is signed in, and the words of the process in their language.
export interface Session {
  me: SignedIn;
  words: Words;
  can: (action: string) => boolean;
  renew: () => void;
}

const nobody: SignedIn = {
  person: { id: "", name: "", centre: "", centre_name: "", roles: [] },
  csrf: "",
  practice: false,
  organisation: "",
  language: "",
  now: "",
  permitted: [],
};
export const noWords: Words = {
  states: {},
  events: {},
  deadlines: {},
  statuses: {},
  kinds: [],
  channels: [],
  roles: {},
};

export const SessionContext = createContext<Session>({
  me: nobody,
  words: noWords,
  can: () => false,
  renew: () => undefined,
});
export const useSession = (): Session => useContext(SessionContext);

export function sessionOf(me: SignedIn, words: Words, renew: () => void): Session {
  const permitted = new Set(me.permitted);
  return { me, words, renew, can: (action) => permitted.has(action) };
}
