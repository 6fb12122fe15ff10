/**
 * What a line can do to the scanners: on the serial line, in HID-POS and
 * USB-OEM mode, and as a keyboard.
 */
import { hidPosTongues } from "../devices/hid-pos-scanner.ts";
import { keyboardNames } from "../devices/keyboard-keys.ts";
import { typingTerminators } from "../devices/keyboard-scanner.ts";
import { scannerTongues } from "../devices/line-scanner.ts";
import { oemTongues } from "../devices/scanning/usb-oem-reports.ts";
import { symbologies, terminators } from "../devices/serial-scanner.ts";
import { act, type DeedRow, fixed, row } from "./deed-row.ts";

const serial: readonly DeedRow[] = [
  row("scan {label}", ({ label }) => act("scanner", { kind: "trigger", label })),
  row("scan {label} twice", ({ label }) => (stage) => {
    for (const _ of [1, 2]) stage.act("scanner", { kind: "trigger", label });
  }),
  row("scan {label} without aim", ({ label }) =>
    act("scanner", { kind: "trigger", label, aim: false }),
  ),
  row("scan {label} in {count} pieces {gap} apart", ({ label, count, gap }) =>
    act("scanner", { kind: "trigger", label, chunks: count, chunkGapMs: gap }),
  ),
  ...symbologies.map((symbology) =>
    row(`scan {label} as ${symbology}`, ({ label }) =>
      act("scanner", { kind: "trigger", label, symbology }),
    ),
  ),
  ...terminators.map((terminator) =>
    row(`scan {label} ending ${terminator}`, ({ label }) =>
      act("scanner", { kind: "trigger", label, terminator }),
    ),
  ),
  row("scanner sends {hex}", ({ hex }) => act("scanner", { kind: "bytes", bytes: hex })),
  row("lay {label} before scanner", ({ label }) =>
    act("scanner", { kind: "present", sight: { label } }),
  ),
  fixed("take label from scanner", act("scanner", { kind: "present", sight: null })),
  ...scannerTongues.map((speaks) =>
    fixed(`scanner speaks ${speaks}`, act("scanner", { kind: "speaks", speaks })),
  ),
];

/** What both scanners that send whole reports can be made to do. */
const reporting = (on: "hid-scanner" | "oem-scanner"): readonly DeedRow[] => [
  row(`scan {label} on ${on}`, ({ label }) => act(on, { kind: "trigger", label })),
  ...symbologies.map((symbology) =>
    row(`scan {label} on ${on} as ${symbology}`, ({ label }) =>
      act(on, { kind: "trigger", label, symbology }),
    ),
  ),
  row(`${on} sends {hex}`, ({ hex }) => act(on, { kind: "bytes", bytes: hex })),
  row(`${on} sends last part {time} late`, ({ time }) =>
    act(on, { kind: "last part", delayMs: time }),
  ),
  fixed(`${on} loses last part`, act(on, { kind: "last part", delayMs: null })),
];

const hid: readonly DeedRow[] = [
  ...reporting("hid-scanner"),
  row("lay {label} before hid-scanner", ({ label }) =>
    act("hid-scanner", { kind: "present", sight: { label } }),
  ),
  fixed("take label from hid-scanner", act("hid-scanner", { kind: "present", sight: null })),
  ...hidPosTongues.map((speaks) =>
    fixed(`hid-scanner speaks ${speaks}`, act("hid-scanner", { kind: "speaks", speaks })),
  ),
  ...reporting("oem-scanner"),
  ...oemTongues.map((speaks) =>
    fixed(`oem-scanner speaks ${speaks}`, act("oem-scanner", { kind: "speaks", speaks })),
  ),
];

const keyboard: readonly DeedRow[] = [
  row("type {label}", ({ label }) => act("keyboard", { kind: "trigger", label })),
  row("type {label} with aim", ({ label }) =>
    act("keyboard", { kind: "trigger", label, aim: true }),
  ),
  ...keyboardNames.map((layout) =>
    row(`type {label} in layout ${layout}`, ({ label }) =>
      act("keyboard", { kind: "trigger", label, layout }),
    ),
  ),
  ...typingTerminators.map((terminator) =>
    row(`type {label} ending ${terminator}`, ({ label }) =>
      act("keyboard", { kind: "trigger", label, terminator }),
    ),
  ),
  row("type {label} at {time} a key", ({ label, time }) =>
    act("keyboard", { kind: "trigger", label, interKeyMs: time }),
  ),
  row("type {label} with caps lock", ({ label }) =>
    act("keyboard", { kind: "trigger", label, capsLock: true }),
  ),
  row("type {label} in alt codes", ({ label }) =>
    act("keyboard", { kind: "trigger", label, altCodes: true }),
  ),
  row("type {label} without releases", ({ label }) =>
    act("keyboard", { kind: "trigger", label, skipsReleases: true }),
  ),
  row("keyboard sends {hex}", ({ hex }) => act("keyboard", { kind: "bytes", bytes: hex })),
];

export const scannerRows: readonly DeedRow[] = [...serial, ...hid, ...keyboard];
