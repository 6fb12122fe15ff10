import type { DrawerSignal } from "#drivers/drawers/signal.ts";
import type { PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import type { ScaleSignal } from "#drivers/scales/signal.ts";
import type { ScanData, ScanNoise, ScannerSignal } from "#drivers/scanners/signal.ts";
import {
  SCAN_SDT_EAN13_S,
  SCAN_SDT_GS1DATABAR,
  SCAN_SDT_GS1DATABAR_E,
  SCAN_SDT_GS1DATAMATRIX,
  SCAN_SDT_GS1QRCODE,
  SCAN_SDT_GS1128,
  SCAN_SDT_UPCA_S,
  SCAN_SDT_UPCE,
} from "#drivers/wire/upos-scanner.ts";
import type { DeviceInput } from "#state/input.ts";

/** What a device's signal means to the terminal. Signals that mean nothing to it give nothing. */

export function fromScanner(signal: ScannerSignal): DeviceInput[] {
  switch (signal.type) {
    case "ScanData":
      return fromScan(signal);
    case "ScanNoise":
      return ownAffairs.includes(signal.reason)
        ? []
        : [{ type: "scanNoise", bytesDropped: signal.bytesDropped }];
  }
}

/**
 * An answer to a setting, a button, a person's keys: nothing a cashier must know of. A scanner that
 * is not well says so again and again; scanning once more does not mend it.
 */
const ownAffairs: readonly ScanNoise["reason"][] = ["unknown-report", "device-error", "typed"];

export function fromPrinter(signal: PrinterSignal): DeviceInput[] {
  switch (signal.type) {
    case "StatusUpdate":
      return fromStatus(signal.status);
    case "OutputComplete": {
      const { jobId, confirmed, isUncut } = signal;
      return [{ type: "printed", jobId, confirmed, isUncut }];
    }
    case "OutputError": {
      const { jobId, reason, printed } = signal;
      return [{ type: "printFailed", jobId, reason, printed }];
    }
    case "DrawerKicked":
    case "DrawerKickFailed":
      return fromDrawer(signal);
    case "Identified":
    case "PrinterNoise":
    case "Unprintable":
      return [];
  }
}

export function fromDrawer(signal: DrawerSignal): DeviceInput[] {
  switch (signal.type) {
    case "DrawerKicked":
      return [{ type: "kicked", kickId: signal.kickId }];
    case "DrawerKickFailed":
      return [{ type: "kickFailed", kickId: signal.kickId }];
    case "DrawerSensed":
      return [{ type: "drawerSensed", open: signal.open }];
  }
}

export function fromScale(signal: ScaleSignal): DeviceInput[] {
  const { readId } = signal;
  return signal.type === "Weight"
    ? [{ type: "weighed", readId, grams: signal.grams }]
    : [{ type: "weighFailed", readId, reason: signal.reason }];
}

const gs1Types: readonly number[] = [
  SCAN_SDT_GS1128,
  SCAN_SDT_GS1DATABAR,
  SCAN_SDT_GS1DATABAR_E,
  SCAN_SDT_GS1DATAMATRIX,
  SCAN_SDT_GS1QRCODE,
];

const addOnTypes: readonly number[] = [SCAN_SDT_EAN13_S, SCAN_SDT_UPCA_S];
/** The longest that an add-on alone can be. */
const ADD_ON_DIGITS = 5;

/** An add-on that comes by itself follows its article's code, which says all that is sold. */
function fromScan({ scanDataLabel: label, scanDataType: type }: ScanData): DeviceInput[] {
  if (addOnTypes.includes(type)) {
    if (label.length <= ADD_ON_DIGITS) return [];
    return [{ type: "scanned", label, symbology: "add-on" }];
  }
  if (type === SCAN_SDT_UPCE) return [{ type: "scanned", label, symbology: "upc-e" }];
  if (gs1Types.includes(type)) return [{ type: "scanned", label, symbology: "gs1" }];
  return [{ type: "scanned", label }];
}

/** A printer that does not answer is as good as not there. */
const healths = { ready: "ready", offline: "faulted", "no-answer": "absent" } as const;

function fromStatus(status: PrinterStatus): DeviceInput[] {
  const health = healths[status.state];
  const inputs: DeviceInput[] = [
    { type: "deviceHealth", device: "printer", health, reason: troubleOf(status) },
  ];
  // The switch is told before the health: a job may start on the strength of it.
  return status.drawer === "unknown"
    ? inputs
    : [{ type: "drawerSensed", open: status.drawer === "open" }, ...inputs];
}

/** The most telling reason first: an open cover also reads as paper out on some printers. */
function troubleOf(status: PrinterStatus): string {
  if (status.state !== "offline") return "";
  if (status.coverOpen) return "cover-open";
  if (status.recEmpty) return "paper-out";
  return status.cutterError ? "cutter" : "offline";
}
