/**
 * The reports of a scanner in HID-POS mode, as Honeywell, Zebra and Datalogic lay them out: 64
 * bytes under report id 2; length, AIM identifier, up to 56 bytes of data, the maker's letter for
 * the symbology, and a bit that says that more follows.
 *
 * Source: HID usage tables, page 8Ch; Access-IS LSR118 manual; dumps in python_hon_usbhid. That
 * UPC-A goes out as 13 digits under ]E0 is read from ISO/IEC 15424 [not from a capture].
 */
import { guessSymbology, type Symbology, scanBytes } from "./serial-scanner.ts";

const REPORT_ID = 0x02;
const REPORT_BYTES = 64;
const DATA_BYTES = 56;
const AIM_BYTES = 3;
const DATA_AT = 5;
const LETTER_AT = 61;
const CONTINUED_AT = 63;

/** Honeywell's own letters. */
const letters: Readonly<Record<Symbology, string>> = {
  ean13: "d",
  ean8: "D",
  upca: "c",
  code128: "j",
  "gs1-128": "|",
  code39: "b",
  itf: "e",
  qr: "s",
};

/** The reports of one scan, in order; the AIM identifier and the letter stand in each. */
export function hidPosReports(
  label: string,
  symbology: Symbology = guessSymbology(label),
): readonly Uint8Array[] {
  const bytes = scanBytes(label, { symbology, aim: true, terminator: "none" });
  const aim = bytes.subarray(0, AIM_BYTES);
  const data = bytes.subarray(AIM_BYTES);
  const count = Math.max(1, Math.ceil(data.length / DATA_BYTES));
  return Array.from({ length: count }, (_, index) => {
    const part = data.subarray(index * DATA_BYTES, (index + 1) * DATA_BYTES);
    const report = new Uint8Array(REPORT_BYTES);
    report.set([REPORT_ID, part.length, ...aim]);
    report.set(part, DATA_AT);
    report[LETTER_AT] = letters[symbology].charCodeAt(0);
    report[CONTINUED_AT] = index + 1 < count ? 1 : 0;
    return report;
  });
}
