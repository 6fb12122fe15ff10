/** What can be done at the bench, as a table: each row is a request of the API. */
import type { HidPosTongue, LabelInSight } from "../devices/hid-pos-scanner.ts";
import type { TypingOptions } from "../devices/keyboard-scanner.ts";
import type { OemTongue } from "../devices/scanning/usb-oem-reports.ts";
import { parseScenario } from "../scenario/parse.ts";
import type { BenchHost } from "./host.ts";
import {
  type BoxBody,
  boxActions,
  boxSchema,
  type DisplayBody,
  type DrawerBody,
  displayActions,
  displaySchema,
  drawerActions,
  drawerSchema,
  type LineBody,
  lineSchema,
  type PrinterBody,
  printerActions,
  printerSchema,
  type ScaleBody,
  type ScenarioBody,
  type SwapBody,
  scaleActions,
  scaleSchema,
  scenarioSchema,
  swapSchema,
} from "./requests.ts";

import {
  type BytesBody,
  bytesSchema,
  hexBytes,
  hidScannerSchema,
  lastParts,
  oemScannerSchema,
  type PresentBody,
  presentSchema,
  type ReportingBody,
  reportSchema,
  type ScannerBody,
  scannerSchema,
  sightOf,
  sightSchema,
  type TriggerBody,
  triggerSchema,
} from "./scanner-requests.ts";
import { typingSchema } from "./typing-request.ts";

export interface BenchAction {
  /** `scanner/trigger` is asked for by `POST /api/scanner/trigger`. */
  readonly name: string;
  /** One sentence for whoever reads the API's description. */
  readonly summary: string;
  readonly schema: object;
  /** `body` has passed the schema. */
  run(host: BenchHost, body: unknown): void;
}

/** `Body` is what the schema lets through; nothing else ever reaches `run`. */
function action<Body>(
  name: string,
  summary: string,
  schema: object,
  run: (host: BenchHost, body: Body) => void,
): BenchAction {
  return { name, summary, schema, run: (host, body) => run(host, body as Body) };
}

const scannerActions: readonly BenchAction[] = [
  action<TriggerBody>(
    "scanner/trigger",
    "Pull the scanner's trigger on a label.",
    triggerSchema,
    (host, { label, ...how }) => host.act("scanner", { kind: "trigger", label, ...how }),
  ),
  action<BytesBody>(
    "scanner/bytes",
    "Let the scanner send bytes as they are.",
    bytesSchema,
    (host, { hex, ...how }) => host.act("scanner", { kind: "bytes", bytes: hexBytes(hex), ...how }),
  ),
  action<PresentBody>(
    "scanner/present",
    "Lay a label before the scanner, for its host to pull the trigger on; null takes it away.",
    presentSchema,
    (host, body) => host.act("scanner", { kind: "present", sight: sightOf(body) }),
  ),
  action<ScannerBody>(
    "scanner",
    "Choose what the scanner on the serial line speaks.",
    scannerSchema,
    (host, { speaks }) => host.act("scanner", { kind: "speaks", speaks }),
  ),
  action<LabelInSight>(
    "hid-scanner/trigger",
    "Pull the trigger of the scanner in HID-POS mode on a label.",
    sightSchema,
    (host, body) => host.act("hid-scanner", { kind: "trigger", ...body }),
  ),
  action<BytesBody>(
    "hid-scanner/bytes",
    "Let the scanner in HID-POS mode send a report as it is.",
    reportSchema,
    (host, { hex }) => host.act("hid-scanner", { kind: "bytes", bytes: hexBytes(hex) }),
  ),
  action<PresentBody>(
    "hid-scanner/present",
    "Lay a label before the scanner in HID-POS mode, or take it away.",
    presentSchema,
    (host, body) => host.act("hid-scanner", { kind: "present", sight: sightOf(body) }),
  ),
  action<ReportingBody<HidPosTongue>>(
    "hid-scanner",
    "Choose whose reports the scanner in HID-POS mode sends, and spoil its next long label.",
    hidScannerSchema,
    (host, { speaks, ...spoilt }) => {
      if (speaks !== undefined) host.act("hid-scanner", { kind: "speaks", speaks });
      for (const each of lastParts(spoilt)) host.act("hid-scanner", each);
    },
  ),
  action<LabelInSight>(
    "oem-scanner/trigger",
    "Pull the trigger of the scanner in USB-OEM mode on a label.",
    sightSchema,
    (host, body) => host.act("oem-scanner", { kind: "trigger", ...body }),
  ),
  action<BytesBody>(
    "oem-scanner/bytes",
    "Let the scanner in USB-OEM mode send a report as it is.",
    reportSchema,
    (host, { hex }) => host.act("oem-scanner", { kind: "bytes", bytes: hexBytes(hex) }),
  ),
  action<ReportingBody<OemTongue>>(
    "oem-scanner",
    "Put the scanner in USB-OEM mode in the hand or in the table, and spoil its next long label.",
    oemScannerSchema,
    (host, { speaks, ...spoilt }) => {
      if (speaks !== undefined) host.act("oem-scanner", { kind: "speaks", speaks });
      for (const each of lastParts(spoilt)) host.act("oem-scanner", each);
    },
  ),
  action<TypingOptions & { readonly label: string }>(
    "keyboard/trigger",
    "Pull the trigger of the scanner that types.",
    typingSchema,
    (host, body) => host.act("keyboard", { kind: "trigger", ...body }),
  ),
  action<BytesBody>(
    "keyboard/bytes",
    "Let the scanner that types send a report as it is.",
    reportSchema,
    (host, { hex }) => host.act("keyboard", { kind: "bytes", bytes: hexBytes(hex) }),
  ),
];

/** What can be done at the bench. */
export const benchActions: readonly BenchAction[] = [
  ...scannerActions,
  action<PrinterBody>(
    "printer",
    "Do something to the printer: paper, cover, power, blade, head, feed button, speed, tear.",
    printerSchema,
    (host, body) => {
      for (const each of printerActions(body)) host.act("printer", each);
    },
  ),
  action<DrawerBody>(
    "drawer",
    "Open the drawer by key, push it shut, or jam it.",
    drawerSchema,
    (host, body) => {
      for (const each of drawerActions(body)) host.act("drawer", each);
    },
  ),
  action<DisplayBody>(
    "display",
    "Choose what the customer display speaks, or switch it.",
    displaySchema,
    (host, body) => {
      for (const each of displayActions(body)) host.act("display", each);
    },
  ),
  action<BoxBody>(
    "drawer-box",
    "The drawer with a line of its own: open it by key, push it shut, jam it.",
    boxSchema,
    (host, body) => {
      for (const each of boxActions(body)) host.act("box", each);
    },
  ),
  action<DrawerBody>(
    "hid-drawer",
    "The drawer on USB: open it by key, push it shut, jam it.",
    drawerSchema,
    (host, body) => {
      for (const each of drawerActions(body)) host.act("hid-drawer", each);
    },
  ),
  action<ScaleBody>(
    "scale",
    "Put a weight on the scale, shake it, or spoil its answers.",
    scaleSchema,
    (host, body) => {
      for (const each of scaleActions(body)) host.act("scale", each);
    },
  ),
  action<LineBody>(
    "line",
    "Spoil or mend a device's cable, pull it, or let the device's power fail for a moment.",
    lineSchema,
    (host, { device, ...change }) => host.disturb(device, change),
  ),
  action<SwapBody>(
    "line/swap",
    "Put each of two cables where the other was: ports that changed their names.",
    swapSchema,
    (host, { device, with: other }) => host.swapCables(device, other),
  ),
  action<ScenarioBody>(
    "scenario",
    "Play a scenario, given as its text; or stop the one that runs.",
    scenarioSchema,
    (host, { text, name, stop }) => {
      if (stop === true) host.stopScenario();
      if (text !== undefined) host.play(parseScenario(text, name ?? "scenario"));
    },
  ),
];
