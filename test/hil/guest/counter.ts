/**
 * The counter of the guest: the simulator as a process of its own, its USB devices in this kernel,
 * and what the steps need to work with them. A step that fails is told and the next one begins.
 */
import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { DrawerSignal } from "#drivers/drawers/signal.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import type { ScaleSignal } from "#drivers/scales/signal.ts";
import {
  type DeviceConfiguration,
  openDevices,
  type Peripheral,
} from "#runtime/devices/devices.ts";
import { systemClock } from "#runtime/host/clock.ts";
import { attach } from "./vhci.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
/** The emulated processor has its bad seconds. */
const WITHIN_MS = 30_000;

export const say = (line: string) => process.stdout.write(`HIL ${line}\n`);

interface Ready {
  readonly url: string;
  readonly usbip: {
    readonly port: number;
    readonly devices: readonly { readonly busid: string; readonly product: string }[];
  };
}

const simulator = spawn(
  process.execPath,
  [`${repository}simulator/main.ts`, "--port", "0", "--data", "/run/counter", "--usbip", "0"],
  { stdio: ["ignore", "pipe", "inherit", "ipc"] },
);
const [line] = await once(simulator.stdout ?? simulator, "data");
const { url, usbip } = JSON.parse(String(line)) as Ready;

export const stopSimulator = () => void simulator.kill("SIGKILL");

/** Asks the bench; with a body it is a POST. */
export async function ask(path: string, body?: object): Promise<unknown> {
  const { origin } = new URL(url);
  const post = {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const answer = await fetch(`${origin}/api/${path}`, body === undefined ? {} : post);
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

/** Until the condition holds; a kernel's node has no event without udev. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + WITHIN_MS;
  while (!(await condition())) {
    assert.ok(performance.now() < end, `never came to be: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

let passed = 0;
export const passedSteps = () => passed;

export async function step(name: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
    passed += 1;
    say(`ok ${name}`);
  } catch (error) {
    say(`not ok ${name}: ${error instanceof Error ? error.message.split("\n").join(" ") : error}`);
  }
}

/** One of the simulator's devices, on a cable that a step may pull. */
export function cable(product: string) {
  const busid = usbip.devices.find((device) => device.product === product)?.busid;
  assert.ok(busid !== undefined, `the simulator has no ${product}`);
  return {
    plug: () => attach(usbip.port, busid),
    pull: () => ask(`usb/${busid}`, { plugged: false }),
    async plugAgain() {
      await ask(`usb/${busid}`, { plugged: true });
      await attach(usbip.port, busid);
    },
    fault: (body: object) => ask(`usb/${busid}`, body),
  };
}

/** Devices as the till opens them, in a device process of their own; what they say is kept. */
export function open(configuration: DeviceConfiguration) {
  const scans: string[] = [];
  const printed: PrinterSignal[] = [];
  const weights: ScaleSignal[] = [];
  const drawers: DrawerSignal[] = [];
  const health: Record<"scanner" | "printer" | Peripheral, string> = {
    ...{ scanner: "absent", printer: "absent" },
    ...{ display: "absent", drawer: "absent", scale: "absent" },
  };
  const log: string[] = [];
  const devices = openDevices(configuration, {
    clock: systemClock,
    onScanner: (signal) => scans.push(signal.type === "ScanData" ? signal.scanDataLabel : "noise"),
    onPrinter: (signal) => printed.push(signal),
    onScale: (signal) => weights.push(signal),
    onDrawer: (signal) => drawers.push(signal),
    onHealth: (device, state) => {
      health[device] = state;
    },
    onPeripheral: (device, state) => {
      health[device] = state;
    },
    log: (text) => {
      log.push(text);
      process.stdout.write(`${text}\n`);
    },
  });
  const becomes = (device: keyof typeof health, state: string) =>
    until(`${device} ${state}`, () => health[device] === state);
  return { ...devices, scans, printed, weights, drawers, log, becomes };
}
