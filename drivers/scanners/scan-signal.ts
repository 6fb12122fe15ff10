import { readLabel } from "#drivers/scanners/aim.ts";
import { labelText } from "#drivers/scanners/label-text.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";

/** What Honeywell readers answer to a menu command under: an echo, never goods. */
const MENU_ECHO = "]Z6";

/**
 * A whole read as a signal: a scan, or noise when it is no text, no label, or a menu's echo.
 *
 * @param bytes with the AIM identifier, where the device sent one
 * @param typeOf the device's own word on the symbology, given what the identifier says
 */
export function scanSignal(
  bytes: Uint8Array,
  typeOf: (aimType: number) => number = (aimType) => aimType,
): ScannerSignal {
  const text = labelText(bytes);
  const read = text === null || text.startsWith(MENU_ECHO) ? null : readLabel(text);
  if (text === null || read === null || read.label === "") {
    return { type: "ScanNoise", reason: "not-text", bytesDropped: bytes.length };
  }
  return {
    type: "ScanData",
    scanData: text,
    scanDataLabel: read.label,
    scanDataType: typeOf(read.type),
    aim: read.aim,
  };
}
