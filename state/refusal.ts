import type { Text } from "./base/text.ts";
import type { RefusalText } from "./refusal-text.ts";
import { refusalTexts } from "./refusal-texts.ts";

/** Why nothing happened, or what needs a person's eye. A value with a code, never an exception. */
export interface Refusal {
  readonly code: string;
  /** Fill the `{…}` of the texts. */
  readonly params: { readonly [name: string]: string };
}

export function refuse(
  code: keyof typeof refusalTexts,
  params: { readonly [name: string]: string } = {},
): { readonly facts: readonly []; readonly notice: Refusal } {
  return { facts: [], notice: { code, params } };
}

const unknownCode: RefusalText = {
  severity: "error",
  title: { zh: "操作未完成（{code}）", en: "That did not work ({code})" },
  detail: {
    zh: "已记录的数据不受影响。请重试，仍不行请联系技术支持并报出代码。",
    en: "Nothing recorded is affected. Try again; if it persists, give support the code.",
  },
};

/** The texts of a refusal, filled in. A code from a newer backend still gets a sentence. */
export function explain(refusal: Refusal): RefusalText {
  const texts: { readonly [code: string]: RefusalText } = refusalTexts;
  const known = Object.hasOwn(texts, refusal.code) ? texts[refusal.code] : undefined;
  const { severity, title, detail } = known ?? unknownCode;
  const params = { ...refusal.params, code: refusal.code };
  return { severity, title: fill(title, params), detail: fill(detail, params) };
}

function fill(text: Text, params: { readonly [name: string]: string }): Text {
  const one = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  return { zh: one(text.zh), en: one(text.en) };
}
