import { useEffect, useState } from "preact/hooks";
import type { LabelInSight } from "../../devices/hid-pos-scanner.ts";
import type { TypingOptions } from "../../devices/keyboard-scanner.ts";
import type { UsbChange, UsbName } from "../../ports/usbip/rack.ts";
import type { ScenarioFile } from "../../scenario/files.ts";
import type { RackLabel } from "../rack.ts";
import type {
  BoxBody,
  DisplayBody,
  DrawerBody,
  LineBody,
  PrinterBody,
  ScaleBody,
} from "../requests.ts";
import type { PresentBody, TriggerBody } from "../scanner-requests.ts";
import type { BenchState } from "../state.ts";

/** Asks the bench to do something. Answers null, or why it was not done. */
async function send(method: "POST" | "DELETE", path: string, body?: object) {
  try {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers: Record<string, string> =
      body === undefined ? {} : { "content-type": "application/json" };
    const answer = await fetch(path, { method, headers, ...init });
    if (answer.ok) return null;
    const { what } = await answer.json();
    return String(what);
  } catch (error) {
    return String(error);
  }
}

export const bench = {
  scan: (body: TriggerBody) => send("POST", "api/scanner/trigger", body),
  bytes: (hex: string) => send("POST", "api/scanner/bytes", { hex }),
  printer: (body: PrinterBody) => send("POST", "api/printer", body),
  drawer: (body: DrawerBody) => send("POST", "api/drawer", body),
  scale: (body: ScaleBody) => send("POST", "api/scale", body),
  box: (body: BoxBody) => send("POST", "api/drawer-box", body),
  display: (body: DisplayBody) => send("POST", "api/display", body),
  line: (body: LineBody) => send("POST", "api/line", body),
  play: ({ name, text }: ScenarioFile) => send("POST", "api/scenario", { name, text }),
  stopScenario: () => send("POST", "api/scenario", { stop: true }),
  usb: (name: UsbName, body: UsbChange) => send("POST", `api/usb/${name}`, body),
  hidScan: (body: LabelInSight) => send("POST", "api/hid-scanner/trigger", body),
  oemScan: (body: LabelInSight) => send("POST", "api/oem-scanner/trigger", body),
  present: (body: PresentBody) => send("POST", "api/hid-scanner/present", body),
  type: (body: TypingOptions & { readonly label: string }) =>
    send("POST", "api/keyboard/trigger", body),
  hidDrawer: (body: DrawerBody) => send("POST", "api/hid-drawer", body),
  clearReceipts: () => send("DELETE", "api/receipts"),
};

export type Bench = typeof bench;

export interface Live {
  readonly state: BenchState | null;
  readonly isConnected: boolean;
}

/** The counter as it is now; the browser reconnects by itself. */
export function useLive(): Live {
  const [live, setLive] = useState<Live>({ state: null, isConnected: true });
  useEffect(() => {
    const source = new EventSource("api/events");
    source.onmessage = ({ data }) => setLive({ state: JSON.parse(data), isConnected: true });
    source.onerror = () => setLive(({ state }) => ({ state, isConnected: false }));
    return () => source.close();
  }, []);
  return live;
}

export const useRack = (): readonly RackLabel[] => useList<RackLabel>("api/rack");

export const useScenarios = (): readonly ScenarioFile[] => useList<ScenarioFile>("api/scenarios");

/** A list that does not change, asked for once. */
function useList<Item>(path: string): readonly Item[] {
  const [items, setItems] = useState<readonly Item[]>([]);
  useEffect(() => {
    fetch(path)
      .then((answer) => answer.json())
      .then(setItems)
      .catch(() => setItems([]));
  }, []);
  return items;
}
