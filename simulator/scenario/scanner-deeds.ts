/** What a line can do to the scanners: on the serial line, in HID-POS mode, and as a keyboard. */
import { hidPosTongues } from "../devices/hid-pos-scanner.ts";
import { keyboardNames } from "../devices/keyboard-keys.ts";
import { typingTerminators } from "../devices/keyboard-scanner.ts";
import { scannerTongues } from "../devices/line-scanner.ts";
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

const hid: readonly DeedRow[] = [
  row("scan {label} on hid-scanner", ({ label }) => act("hid-scanner", { kind: "trigger", label })),
  ...symbologies.map((symbology) =>
    row(`scan {label} on hid-scanner as ${symbology}`, ({ label }) =>
      act("hid-scanner", { kind: "trigger", label, symbology }),
    ),
  ),
  row("lay {label} before hid-scanner", ({ label }) =>
    act("hid-scanner", { kind: "present", sight: { label } }),
  ),
  fixed("take label from hid-scanner", act("hid-scanner", { kind: "present", sight: null })),
  row("hid-scanner sends {hex}", ({ hex }) => act("hid-scanner", { kind: "bytes", bytes: hex })),
  row("hid-scanner sends last part {time} late", ({ time }) =>
    act("hid-scanner", { kind: "last part", delayMs: time }),
  ),
  fixed("hid-scanner loses last part", act("hid-scanner", { kind: "last part", delayMs: null })),
  ...hidPosTongues.map((speaks) =>
    fixed(`hid-scanner speaks ${speaks}`, act("hid-scanner", { kind: "speaks", speaks })),
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
