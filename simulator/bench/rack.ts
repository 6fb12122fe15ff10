import { readFileSync } from "node:fs";
import { CodedError } from "#state/base/coded-error.ts";
import type { Text } from "#state/base/text.ts";

/** A label on the bench's rack, to pull the trigger on. */
export interface RackLabel {
  readonly label: string;
  readonly name: Text;
}

/** Valid numbers without a shop behind them: the first is GS1 China's own example. */
const fallback: readonly RackLabel[] = [
  { label: "6901234567892", name: { zh: "示例商品", en: "Sample article" } },
  { label: "6901028075862", name: { zh: "示例商品二", en: "Second article" } },
  { label: "4006381333931", name: { zh: "荧光笔", en: "Highlighter" } },
  { label: "96385074", name: { zh: "短码商品", en: "Short label (EAN-8)" } },
];

/** The rack of `--rack FILE`; a few examples without one. Throws `simulator/bad-rack`. */
export function readRack(file: string | null): readonly RackLabel[] {
  if (file === null) return fallback;
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(read) && read.every(isRackLabel)) return read;
    throw new TypeError("not a list of { label, name: { zh, en } }");
  } catch (cause) {
    throw new CodedError("simulator/bad-rack", {
      what: `The rack file ${file} cannot be used`,
      fix: 'Give a JSON file with a list of { "label": "690…", "name": { "zh": "…", "en": "…" } }.',
      cause,
    });
  }
}

function isRackLabel(value: unknown): value is RackLabel {
  if (!isRecord(value) || !isRecord(value.name)) return false;
  const { zh, en } = value.name;
  return [value.label, zh, en].every((text) => typeof text === "string" && text !== "");
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
