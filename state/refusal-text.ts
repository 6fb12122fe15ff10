import type { Text } from "./base/text.ts";

export interface RefusalText {
  readonly severity: "info" | "warning" | "error";
  /** What happened. */
  readonly title: Text;
  /** What is safe, and what to do next. */
  readonly detail: Text;
}

/** One row of a table of texts. */
export const text = (
  severity: RefusalText["severity"],
  zhTitle: string,
  enTitle: string,
  zhDetail: string,
  enDetail: string,
): RefusalText => ({
  severity,
  title: { zh: zhTitle, en: enTitle },
  detail: { zh: zhDetail, en: enDetail },
});
