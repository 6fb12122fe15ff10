/** What can be done at the bench, as a table: each row is a request of the API. */
import { parseScenario } from "../scenario/parse.ts";
import type { BenchHost } from "./host.ts";
import {
  type BoxBody,
  type BytesBody,
  boxActions,
  boxSchema,
  bytesSchema,
  type DisplayBody,
  type DrawerBody,
  displayActions,
  displaySchema,
  drawerActions,
  drawerSchema,
  hexBytes,
  type LineBody,
  lineSchema,
  type PrinterBody,
  printerActions,
  printerSchema,
  type ScaleBody,
  type ScenarioBody,
  scaleActions,
  scaleSchema,
  scenarioSchema,
  type TriggerBody,
  triggerSchema,
} from "./requests.ts";

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

export const benchActions: readonly BenchAction[] = [
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
