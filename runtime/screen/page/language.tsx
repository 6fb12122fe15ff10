import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language, Text } from "#state/base/text.ts";

const storageKey = "guitai.language";
const tags = { zh: "zh-CN", en: "en" } as const;

interface Speech {
  readonly language: Language;
  say(text: Text): string;
  switchLanguage(): void;
}

export const SpeechContext = createContext<Speech>({
  language: "zh",
  say: (text) => text.zh,
  switchLanguage: () => {},
});

export const useSpeech = () => useContext(SpeechContext);

/** What this counter chose last; else what the browser speaks. */
export function initialLanguage(): Language {
  const chosen = remembered();
  if (chosen === "zh" || chosen === "en") return chosen;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Storage may be switched off or full; the counter then simply starts in the default language. */
function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  document.documentElement.lang = tags[language];
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    return;
  }
}

/** A name in the language the screen is not in, marked so that it is read aloud rightly. */
export function OtherLanguage({ text }: { readonly text: Text }) {
  const { language } = useSpeech();
  const other = language === "zh" ? "en" : "zh";
  if (text.zh === text.en) return null;
  return (
    <span class="other-language" lang={tags[other]}>
      {text[other]}
    </span>
  );
}
