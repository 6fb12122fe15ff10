import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "#state/base/text.ts";
import { type TextKey, texts } from "./texts.ts";

/** The browser's language until somebody chooses; the choice is kept in this browser. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem("language");
  if (kept === "zh" || kept === "en") return kept;
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

export const LanguageContext = createContext<Language>("zh");

/** The page's words in the language chosen. */
export function useTexts(): { language: Language; t: (key: TextKey) => string } {
  const language = useContext(LanguageContext);
  return { language, t: (key) => texts[key][language] };
}
