import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { zh, type PageWords } from "./zh";

export type Code = "zh_CN" | "en";
export interface Language {
  code: Code;
  t: PageWords;
  choose: (code: Code) => void;
}

const cookie = "maotiao_lang";
const year = 365 * 24 * 60 * 60;

// Chinese comes with the page; English is fetched by those who read it.
export async function catalogueOf(code: Code): Promise<PageWords> {
  return code === "en" ? (await import("./en")).en : zh;
}

export const LanguageContext = createContext<Language>({ code: "zh_CN", t: zh, choose: () => undefined });
export const useLanguage = (): Language => useContext(LanguageContext);
export const useWords = (): PageWords => useContext(LanguageContext).t;

// The language of the last choice, else of the browser, else Chinese.
export function firstLanguage(): Code {
  const chosen = /(?:^|; )maotiao_lang=(zh_CN|en)/.exec(document.cookie)?.[1];
  if (chosen) return chosen as Code;
  return navigator.language.toLowerCase().startsWith("zh") || !navigator.language.startsWith("en") ? "zh_CN" : "en";
}

export function remember(code: Code): void {
  document.cookie = `${cookie}=${code}; Path=/; Max-Age=${year}; SameSite=Strict`;
  document.documentElement.lang = code === "zh_CN" ? "zh-CN" : "en";
}
