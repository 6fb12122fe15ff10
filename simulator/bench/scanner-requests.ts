/** What may be asked of the scanners: the one on the serial line and those on USB. */
import { hidPosTongues } from "../devices/hid-pos-scanner.ts";
import { type ScannerTongue, scannerTongues } from "../devices/line-scanner.ts";
import { oemTongues } from "../devices/scanning/usb-oem-reports.ts";
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

/** Of one that sends whole reports: `Tongue` is what it can speak. */
export interface ReportingBody<Tongue> {
  readonly speaks?: Tongue;
  /** The next label of several reports: its last comes so late, or never. */
  readonly lastPartMs?: number;
  readonly losesLastPart?: true;
}

const reporting = (tongues: readonly string[]) => ({
  ...object({
    speaks: oneOf(...tongues),
    lastPartMs: count(0, 60_000),
    losesLastPart: { const: true },
  }),
  minProperties: 1,
});
export const hidScannerSchema = reporting(hidPosTongues);
export const oemScannerSchema = reporting(oemTongues);

/** What becomes of the last report of its next label of several. */
export function lastParts({ lastPartMs, losesLastPart }: ReportingBody<never>) {
  const delays = [
    ...(lastPartMs === undefined ? [] : [lastPartMs]),
    ...(losesLastPart === true ? [null] : []),
  ];
  return delays.map((delayMs) => ({ kind: "last part", delayMs }) as const);
}
