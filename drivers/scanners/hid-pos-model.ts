import type { ScannerCommand } from "#drivers/scanners/signal.ts";
import {
  HONEYWELL_BEEP,
  HONEYWELL_DISABLE,
  HONEYWELL_ENABLE,
  HONEYWELL_TRIGGER,
  HONEYWELL_UNTRIGGER,
  NEWLAND_TRIGGER,
  NEWLAND_UNTRIGGER,
  REPORT_ID_HONEYWELL_COMMAND,
  REPORT_ID_HONEYWELL_ENABLE,
  REPORT_ID_NEWLAND_COMMAND,
  REPORT_TYPE_FEATURE,
  REPORT_TYPE_OUTPUT,
} from "#drivers/wire/hid-pos.ts";
import {
  SCAN_SDT_AZTEC,
  SCAN_SDT_CODABAR,
  SCAN_SDT_CODE11,
  SCAN_SDT_CODE39,
  SCAN_SDT_CODE93,
  SCAN_SDT_CODE128,
  SCAN_SDT_DATAMATRIX,
  SCAN_SDT_EAN8,
  SCAN_SDT_EAN13,
  SCAN_SDT_GS1DATABAR,
  SCAN_SDT_GS1DATABAR_E,
  SCAN_SDT_GS1128,
  SCAN_SDT_HANXIN,
  SCAN_SDT_ITF,
  SCAN_SDT_MAXICODE,
  SCAN_SDT_MSI,
  SCAN_SDT_PDF417,
  SCAN_SDT_QRCODE,
  SCAN_SDT_UPCA,
  SCAN_SDT_UPCE,
} from "#drivers/wire/upos-scanner.ts";

/** What makers of HID-POS scanners do differently. */
export interface HidPosModel {
  /** Types by the symbology letter at index 61; empty where the maker's letters are unknown. */
  readonly letters: Readonly<Record<string, number>>;
  /**
   * Commands as a link sends them: `[report type, report id, …data]`. One with `enable` sends no
   * data before it. The standard's own way, usages 5F and 60, has ids of each maker's choosing and
   * is not used.
   */
  readonly commands: Readonly<Partial<Record<ScannerCommand["type"], readonly number[]>>>;
}

/** Honeywell code ids. Source: python_hon_usbhid README and Honeywell's code id chart. */
const honeywellLetters: Readonly<Record<string, number>> = {
  d: SCAN_SDT_EAN13,
  D: SCAN_SDT_EAN8,
  c: SCAN_SDT_UPCA,
  E: SCAN_SDT_UPCE,
  j: SCAN_SDT_CODE128,
  "|": SCAN_SDT_GS1128,
  b: SCAN_SDT_CODE39,
  e: SCAN_SDT_ITF,
  s: SCAN_SDT_QRCODE,
  w: SCAN_SDT_DATAMATRIX,
  r: SCAN_SDT_PDF417,
  y: SCAN_SDT_GS1DATABAR,
  "{": SCAN_SDT_GS1DATABAR,
  "}": SCAN_SDT_GS1DATABAR_E,
  a: SCAN_SDT_CODABAR,
  i: SCAN_SDT_CODE93,
  z: SCAN_SDT_AZTEC,
  x: SCAN_SDT_MAXICODE,
  H: SCAN_SDT_HANXIN,
  h: SCAN_SDT_CODE11,
  g: SCAN_SDT_MSI,
};

/** An output report: its id, how long what follows is, and that. */
const output = (id: number, frame: readonly number[]) => [
  ...[REPORT_TYPE_OUTPUT, id, frame.length],
  ...frame,
];

const enabled = [REPORT_TYPE_FEATURE, REPORT_ID_HONEYWELL_ENABLE];

/**
 * Honeywell, and Youjie, which is Honeywell's. Source: python_hon_usbhid README. No sound of
 * refusal is known on this interface: the serial line's `ESC 8` is for scanners that wait for it.
 */
export const honeywellHidPos: HidPosModel = {
  letters: honeywellLetters,
  commands: {
    trigger: output(REPORT_ID_HONEYWELL_COMMAND, HONEYWELL_TRIGGER),
    untrigger: output(REPORT_ID_HONEYWELL_COMMAND, HONEYWELL_UNTRIGGER),
    beep: output(REPORT_ID_HONEYWELL_COMMAND, HONEYWELL_BEEP),
    disable: [...enabled, HONEYWELL_DISABLE],
    enable: [...enabled, HONEYWELL_ENABLE],
  },
};

/** Newland. Source: FM420 and FM30 manuals; they show no beep and no way to silence it. */
export const newlandHidPos: HidPosModel = {
  letters: {},
  commands: {
    trigger: output(REPORT_ID_NEWLAND_COMMAND, NEWLAND_TRIGGER),
    untrigger: output(REPORT_ID_NEWLAND_COMMAND, NEWLAND_UNTRIGGER),
  },
};

/** Zebra, Datalogic, Quio and others: both layouts are told apart by each report. */
export const genericHidPos: HidPosModel = { letters: {}, commands: {} };
