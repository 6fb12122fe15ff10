import { useTexts } from "./language.tsx";
import type { TextKey } from "./texts.ts";

const tones: Partial<Record<TextKey, string>> = {
  certified: "good",
  ACTIVATED: "good",
  pending: "wait",
  ENROLLED: "wait",
  failed: "bad",
  LEFT: "bad",
};

/** A state in a word; the color only repeats it. */
export function Badge({ of }: { readonly of: TextKey }) {
  const { t } = useTexts();
  return <span class={`badge ${tones[of] ?? ""}`}>{t(of)}</span>;
}
