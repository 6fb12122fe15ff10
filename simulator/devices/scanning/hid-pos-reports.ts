/** How makers lay their reports out: see the table of layouts in `drivers/wire/hid-pos.ts`. */
import {
  CONTINUED,
  DATA_LENGTH_MAX,
  REPORT_ID_SCANNED_DATA,
  REPORT_LENGTH,
} from "#drivers/wire/hid-pos.ts";
import type { Symbology } from "../serial-scanner.ts";

/** `A-shifted`: one byte more before the identifier. */
export type HidPosLayout = "A" | "A-shifted" | "B";

/** Honeywell's own letters. */
export const letters: Readonly<Record<Symbology, string>> = {
  ean13: "d",
  ean8: "D",
  upca: "c",
  code128: "j",
  "gs1-128": "|",
  code39: "b",
  itf: "e",
  qr: "s",
};

export interface HidRead {
  /** Such as `]E0`; layout B sends it as data, when it is not empty. */
  readonly aim: string;
  readonly label: string;
  /** The maker's symbology letter. */
  readonly letter?: string;
}

/** The reports of one label, in order. */
export function hidPosReports(layout: HidPosLayout, read: HidRead): readonly Uint8Array[] {
  const data = new TextEncoder().encode(layout === "B" ? read.aim + read.label : read.label);
  const reports: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += DATA_LENGTH_MAX) {
    const part = data.subarray(at, at + DATA_LENGTH_MAX);
    reports.push(reportOf(layout, read, part, at + part.length < data.length));
  }
  return reports;
}

function reportOf(
  layout: HidPosLayout,
  read: HidRead,
  part: Uint8Array,
  goesOn: boolean,
): Uint8Array {
  const report = new Uint8Array(REPORT_LENGTH);
  report[0] = REPORT_ID_SCANNED_DATA;
  report[1] = part.length;
  if (layout === "B") {
    report.set(part, 2);
  } else {
    const shift = layout === "A-shifted" ? 1 : 0;
    report.set(new TextEncoder().encode(read.aim), 2 + shift);
    report.set(part, 5 + shift);
    if (part.length + shift <= DATA_LENGTH_MAX) report[61] = read.letter?.charCodeAt(0) ?? 0;
  }
  report[63] = goesOn ? CONTINUED : 0;
  return report;
}
