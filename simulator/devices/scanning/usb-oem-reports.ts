/** How a USB-OEM scanner lays its labels out: a status, data, and an identifier behind them. */
import {
  OEM_ALIVE,
  OEM_CODE_39,
  OEM_CODE_128,
  OEM_CONTINUED,
  OEM_EAN_8,
  OEM_EAN_13,
  OEM_ENABLED,
  OEM_ENDS_THREE,
  OEM_GS1_128,
  OEM_ITF,
  OEM_LABEL_DATA,
  OEM_QR,
  OEM_REPORT_LENGTH,
  OEM_UPC_A,
} from "#drivers/wire/usb-oem.ts";
import type { Symbology } from "../serial-scanner.ts";

/** `table` sends the digits of EAN and UPC as numbers; so do some that are held in the hand. */
export const oemTongues = ["hand", "table"] as const;
export type OemTongue = (typeof oemTongues)[number];

const identifiers: Readonly<Record<Symbology, readonly number[]>> = {
  ean13: [OEM_EAN_13],
  ean8: [OEM_EAN_8],
  upca: [OEM_UPC_A],
  code128: [0, OEM_CODE_128, OEM_ENDS_THREE],
  "gs1-128": [0, OEM_GS1_128, OEM_ENDS_THREE],
  code39: [0, OEM_CODE_39, OEM_ENDS_THREE],
  itf: [0, OEM_ITF, OEM_ENDS_THREE],
  qr: [0, OEM_QR, OEM_ENDS_THREE],
};

/** With every label that was recorded. */
const labelStatus = [OEM_LABEL_DATA, OEM_ALIVE | OEM_ENABLED, 0];

/** The length before it, zeros behind it. */
export function oemReport(content: readonly number[]): Uint8Array {
  const report = new Uint8Array(OEM_REPORT_LENGTH);
  report.set([content.length + 1, ...content]);
  return report;
}

/** The reports of one label, in order. */
export function oemReports(
  speaks: OemTongue,
  label: string,
  symbology: Symbology,
): readonly Uint8Array[] {
  const [first = 0, ...rest] = identifiers[symbology];
  const isShort = rest.length === 0;
  const text = [...new TextEncoder().encode(label)];
  const data = isShort && speaks === "table" ? text.map((byte) => byte & 0x0f) : text;
  const room = OEM_REPORT_LENGTH - 1 - labelStatus.length - 1 - rest.length;
  const reports: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += room) {
    // An identifier of one byte has no bit to say so; no such label is so long.
    const goesOn = at + room < data.length && !isShort ? OEM_CONTINUED : 0;
    const part = data.slice(at, at + room);
    reports.push(oemReport([...labelStatus, ...part, first | goesOn, ...rest]));
  }
  return reports;
}
