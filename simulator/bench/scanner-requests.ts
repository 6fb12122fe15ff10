/** What may be asked of the scanners: the one on the serial line and the two on USB. */
import { type HidPosTongue, hidPosTongues } from "../devices/hid-pos-scanner.ts";
import { type ScannerTongue, scannerTongues } from "../devices/line-scanner.ts";
import {
  type Symbology,
  symbologies,
  type Terminator,
  type TriggerOptions,
  terminators,
} from "../devices/serial-scanner.ts";
import { count, object, oneOf } from "./requests.ts";

const label = { type: "string", minLength: 1, maxLength: 8192 };
const symbology = oneOf(...symbologies);

const framing = {
  terminator: oneOf(...terminators),
  chunks: count(1, 64),
  chunkGapMs: count(0, 5000),
  delayMs: count(0, 60_000),
};

export interface TriggerBody extends TriggerOptions {
  readonly label: string;
  readonly symbology?: Symbology;
  readonly terminator?: Terminator;
}

export const triggerSchema = object(
  {
    label,
    symbology,
    aim: { type: "boolean" },
    ...framing,
  },
  ["label"],
);

export interface BytesBody extends TriggerOptions {
  readonly hex: string;
}

const hex = { type: "string", maxLength: 65_536, pattern: "^\\s*([0-9a-fA-F]{2}\\s*)+$" };

export const bytesSchema = object(
  {
    hex,
    chunks: framing.chunks,
    chunkGapMs: framing.chunkGapMs,
    delayMs: framing.delayMs,
  },
  ["hex"],
);

export function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replace(/\s+/g, ""), "hex"));
}

/** A label before a scanner on USB. */
export const sightSchema = object({ label, symbology }, ["label"]);

/** A report as it is. */
export const reportSchema = object({ hex }, ["hex"]);

export interface PresentBody {
  /** Null takes it away. */
  readonly label: string | null;
  readonly symbology?: Symbology;
}

export const presentSchema = object({ label: { ...label, type: ["string", "null"] }, symbology }, [
  "label",
]);

export const sightOf = ({ label, ...more }: PresentBody) =>
  label === null ? null : { label, ...more };

export interface ScannerBody {
  readonly speaks: ScannerTongue;
}

export const scannerSchema = object({ speaks: oneOf(...scannerTongues) }, ["speaks"]);

export interface HidScannerBody {
  readonly speaks?: HidPosTongue;
  /** The next label of several reports: its last comes so late, or never. */
  readonly lastPartMs?: number;
  readonly losesLastPart?: true;
}

export const hidScannerSchema = {
  ...object({
    speaks: oneOf(...hidPosTongues),
    lastPartMs: count(0, 60_000),
    losesLastPart: { const: true },
  }),
  minProperties: 1,
};
