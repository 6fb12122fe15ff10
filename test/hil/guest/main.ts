/**
 * Runs inside the guest: the simulator as a process of its own, its USB devices in this kernel,
 * and the real driver stack on the nodes that the kernel makes of them.
 */
import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import { type DeviceConfiguration, openDevices } from "#runtime/devices/devices.ts";
import { systemClock } from "#runtime/host/clock.ts";
import { lpOf, ttyOf } from "./kernel-nodes.ts";
import { openLpLink } from "./lp-link.ts";
import { attach } from "./vhci.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const say = (line: string) => process.stdout.write(`HIL ${line}\n`);

interface Ready {
  readonly url: string;
  readonly usbip: { readonly port: number };
}

const simulator = spawn(
  process.execPath,
  [`${repository}simulator/main.ts`, "--port", "0", "--data", "/run/counter", "--usbip", "0"],
  { stdio: ["ignore", "pipe", "inherit", "ipc"] },
);
const [line] = await once(simulator.stdout ?? simulator, "data");
const { url, usbip } = JSON.parse(String(line)) as Ready;

const [printerId, cdcId, hidId] = ["1-1", "1-2", "1-3"] as const;

async function ask(path: string, body?: object): Promise<unknown> {
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

/** Until the condition holds, 20 s at most; a kernel's node has no event without udev. */
async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await condition())) {
    assert.ok(performance.now() < end, `never came to be: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

let passed = 0;
async function step(name: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
    passed += 1;
    say(`ok ${name}`);
  } catch (error) {
    say(`not ok ${name}: ${error instanceof Error ? error.message.split("\n").join(" ") : error}`);
  }
}

function link(name: string, target: string): void {
  rmSync(`${name}.new`, { force: true });
  symlinkSync(target, `${name}.new`);
  renameSync(`${name}.new`, name);
}

const scans: string[] = [];
const printed: PrinterSignal[] = [];
const health: string[] = [];
function counterOf(
  configuration: DeviceConfiguration,
  openLink?: Parameters<typeof openDevices>[1]["openLink"],
) {
  return openDevices(configuration, {
    clock: systemClock,
    onScanner: (signal) => scans.push(signal.type === "ScanData" ? signal.scanDataLabel : "noise"),
    onPrinter: (signal) => printed.push(signal),
    onHealth: (device, state) => health.push(`${device} ${state}`),
    log: (text) => process.stdout.write(`${text}\n`),
    ...(openLink === undefined ? {} : { openLink }),
  });
}
const healthOf = (device: string) => health.findLast((text) => text.startsWith(device)) ?? "";

async function serialScanner(): Promise<void> {
  const name = "/run/scanner";
  const address = { link: "serial", path: name, baudRate: 9600 } as const;
  await attach(usbip.port, cdcId);
  await until("a tty", () => ttyOf("CDC00000001") !== null);
  const first = ttyOf("CDC00000001") ?? "";
  link(name, first);
  const devices = counterOf({ scanner: { address }, printer: null });
  await until("the scanner is ready", () => healthOf("scanner") === "scanner ready");

  await step("a scan over CDC-ACM becomes ScanData", async () => {
    await ask("scanner/trigger", { label: "6901234567892" });
    await until("a scan", () => scans.length > 0);
    assert.deepEqual(scans, ["6901234567892"]);
  });

  // Held open, so that the kernel cannot give the same number out again.
  const held = openSync(first, "r+");
  await step("a scanner pulled out is told as absent", async () => {
    await ask(`usb/${cdcId}`, { plugged: false });
    await until("absent", () => healthOf("scanner") === "scanner absent");
  });

  await step("it comes back under another device number, and no scan is doubled", async () => {
    await ask(`usb/${cdcId}`, { plugged: true });
    await attach(usbip.port, cdcId);
    const other = () => ttyOf("CDC00000001");
    await until("another tty", () => other() !== null && other() !== first);
    link(name, other() ?? "");
    await until("ready again", () => healthOf("scanner") === "scanner ready");
    await ask("scanner/trigger", { label: "4006381333931" });
    await until("the second scan", () => scans.includes("4006381333931"));
    assert.deepEqual(scans, ["6901234567892", "4006381333931"]);
  });
  closeSync(held);
  await devices.close();
}

async function printer(): Promise<void> {
  const serial = "GT00000001";
  await attach(usbip.port, printerId);
  await until("a printer node", () => lpOf(serial) !== null);
  // The path only names it: the link looks the node up at each opening, as it may be renumbered.
  const address = { link: "serial", path: "usb printer", baudRate: 9600 } as const;
  const devices = counterOf({ scanner: null, printer: { address, model: generic80mm } }, (_, to) =>
    openLpLink(lpOf(serial) ?? "/dev/usb/none", to),
  );

  await step("the printer answers for its status over usblp", async () => {
    await until("ready", () => healthOf("printer") === "printer ready");
  });

  await step("a receipt is printed, and the printer says so", async () => {
    const document = { blocks: [{ kind: "text", text: "柜台 hi" }] } as const;
    devices.obey({ type: "print", jobId: "one", document });
    await until("an end", () => printed.some((signal) => "jobId" in signal));
    const ended = printed.find((signal) => "jobId" in signal);
    assert.deepEqual(ended, { type: "OutputComplete", jobId: "one", confirmed: true });
    const receipts = (await ask("receipts")) as { text: string }[];
    assert.match(receipts[0]?.text ?? "", /柜台 hi/);
  });

  await step("a kick opens the drawer, once", async () => {
    devices.obey({ type: "openDrawer", kickId: "kick" });
    const openings = async () => ((await ask("drawer")) as { openings: number }).openings;
    await until("open", async () => (await openings()) > 0);
    assert.equal(await openings(), 1);
  });

  await step("a cable pulled in mid-job ends the job as an error, once", async () => {
    await ask(`usb/${printerId}`, { unplugAfterBytes: 60 });
    const rows = Array.from({ length: 40 }, (_, row) => `row ${row}`);
    const blocks = rows.map((text) => ({ kind: "text", text }) as const);
    devices.obey({ type: "print", jobId: "two", document: { blocks } });
    const ends = () => printed.filter((signal) => "jobId" in signal && signal.jobId === "two");
    await until("an end", () => ends().length > 0);
    await until("absent", () => healthOf("printer") === "printer absent");
    assert.deepEqual(
      ends().map(({ type }) => type),
      ["OutputError"],
    );
  });

  await step("the printer comes back when it is plugged in again", async () => {
    await ask(`usb/${printerId}`, { plugged: true });
    await attach(usbip.port, printerId);
    await until("ready again", () => healthOf("printer") === "printer ready");
  });
  await devices.close();
}

async function hidScanner(): Promise<void> {
  const { HIDAsync, devicesAsync } = await import("node-hid");
  const find = async () => (await devicesAsync()).find(({ usagePage }) => usagePage === 0x8c);
  await attach(usbip.port, hidId);
  await until("a HID device", async () => (await find()) !== undefined);
  await step("a HID-POS scanner is enabled by its feature report and sends a scan", async () => {
    const hid = await HIDAsync.open((await find())?.path ?? "");
    const reports: Buffer[] = [];
    const errors: string[] = [];
    hid.on("data", (report: Buffer) => reports.push(report));
    hid.on("error", (error: unknown) => errors.push(String(error)));
    assert.deepEqual(await ask("usb/scanner/trigger", { label: "early" }), { sent: false });
    await hid.sendFeatureReport([0xfe, 0x01]);
    await ask("usb/scanner/trigger", { label: "6901234567892" });
    await until("a report", () => reports.length > 0);
    assert.equal(reports[0]?.toString("latin1", 0, 18), "\x02\x0d]E06901234567892");
    assert.equal(reports.length, 1);
    await ask(`usb/${hidId}`, { plugged: false });
    await until("an error", () => errors.length > 0);
    await hid.close();
  });
}

for (const [name, act] of Object.entries({ serialScanner, printer, hidScanner })) {
  await act().catch((error: unknown) => say(`not ok ${name}: ${String(error)}`));
}
say(`done ${passed}`);
simulator.kill("SIGKILL");
process.exit(0);
