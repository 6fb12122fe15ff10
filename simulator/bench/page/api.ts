import { useEffect, useState } from "preact/hooks";
import type { RackLabel } from "../rack.ts";
import type {
  BoxBody,
  DisplayBody,
  DrawerBody,
  PrinterBody,
  ScaleBody,
  TriggerBody,
} from "../requests.ts";
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

export function useRack(): readonly RackLabel[] {
  const [rack, setRack] = useState<readonly RackLabel[]>([]);
  useEffect(() => {
    fetch("api/rack")
      .then((answer) => answer.json())
      .then(setRack)
      .catch(() => setRack([]));
  }, []);
  return rack;
}
