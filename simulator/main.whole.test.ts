import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SerialPort } from "serialport";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

interface Ready {
  readonly ready: true;
  readonly url: string;
  readonly scanner: string;
  readonly printer: string;
  readonly printerTcp?: number;
}

let data: string;
const children: ChildProcess[] = [];
const ports: SerialPort[] = [];

beforeEach(() => {
  data = join(mkdtempSync(join(tmpdir(), "simulator-")), "counter");
});

afterEach(async () => {
  for (const port of ports.splice(0)) {
    if (port.isOpen) await new Promise((resolve) => port.close(resolve));
  }
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  }
  rmSync(join(data, ".."), { recursive: true, force: true });
});

function run(...more: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [main, "--data", data, ...more], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  children.push(child);
  return child;
}

async function ready(child: ChildProcess): Promise<Ready> {
  if (child.stdout === null) throw new Error("no standard output");
  const [line] = await once(child.stdout, "data");
  return JSON.parse(String(line));
}

async function open(path: string) {
  const port = new SerialPort({ path, baudRate: 19_200, autoOpen: false });
  ports.push(port);
  let heard = Buffer.alloc(0);
  port.on("data", (bytes: Buffer) => {
    heard = Buffer.concat([heard, bytes]);
  });
  await new Promise<void>((resolve, reject) => port.open((e) => (e ? reject(e) : resolve())));
  return { port, heard: () => toHex(heard) };
}

async function get(url: string) {
  return (await fetch(url)).json();
}

async function post(url: string, path: string, body: object) {
  const { origin } = new URL(url);
  const headers = { origin, "content-type": "application/json" };
  return fetch(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

test("a host prints, is answered, opens the drawer and reads a scan", async () => {
  const { url, scanner, printer } = await ready(run("--port", "0"));
  const paper = await open(printer);
  const labels = await open(scanner);

  await post(url, "/api/drawer", { bounceMs: 0 });

  paper.port.write(fromHex("10 04 01"));
  await vi.waitFor(() => expect(paper.heard()).toBe("12"));
  paper.port.write(fromHex("1b 40 b9 f1 cc a8 0a 1d 56 42 60 1b 70 00 19 fa 1d 72 02"));
  await vi.waitFor(() => expect(paper.heard()).toBe("12 01"), 5_000);
  await post(url, "/api/scanner/trigger", { label: "6901234567892", chunks: 3 });
  await vi.waitFor(() => expect(labels.heard()).toMatch(/^5d 45 30 36 39.* 0d$/));

  const receipts = await get(`${url}api/receipts`);
  expect(receipts).toMatchObject([{ text: "柜台\n\n\n\n[partial cut]\n", complete: true }]);
  expect(await get(`${url}api/drawer`)).toMatchObject({ open: true, openings: 1 });
});

test("with --usbip its devices stand in the ready line and can be pulled out", async () => {
  const line: unknown = await ready(run("--port", "0", "--usbip", "0"));
  expect(line).toMatchObject({
    usbip: {
      port: expect.any(Number),
      devices: [
        { busid: "1-1", product: "TM-T20III" },
        { busid: "1-2", product: "Serial Scanner" },
        { busid: "1-3", product: "HID POS Scanner" },
        { busid: "1-4", product: "Keyboard Scanner" },
        { busid: "1-5", product: "Serial Scale" },
        { busid: "1-6", product: "USB Cash Drawer" },
        { busid: "1-7", product: "Symbol Bar Code Scanner::EA" },
      ],
    },
  });
  const { url } = line as Ready;

  const answer = await post(url, "/api/usb/1-2", { plugged: false });
  expect((await answer.json())[1]).toMatchObject({ busid: "1-2", isPlugged: false });
  expect((await post(url, "/api/usb/scanner", { plugged: true })).status).toBe(200);
  expect((await post(url, "/api/usb/9-9", { plugged: false })).status).toBe(404);
  const early = await post(url, "/api/usb/scanner/trigger", { label: "96385074" });
  expect(await early.json()).toEqual({ sent: false });
  const typed = await post(url, "/api/usb/keyboard/trigger", { label: "96385074", layout: "fr" });
  expect(await typed.json()).toEqual({ sent: false });
  const faults = { muteMs: 1, emptyPackets: 1, packetBytes: 1, nakMs: 1, nakAfterBytes: 1 };
  expect((await post(url, "/api/usb/1-1", faults)).status).toBe(200);
  expect((await post(url, "/api/usb/1-1", { nakAfterBytes: 1 })).status).toBe(400);
});

test("over the network it prints on the same paper and answers where it was asked", async () => {
  const child = run("--port", "0", "--printer-tcp", "0");
  const { url, printerTcp } = await ready(child);
  const socket = connect(Number(printerTcp), "127.0.0.1");
  const answer = once(socket, "data");

  socket.write(fromHex("1b 40 b9 f1 cc a8 0a 1d 56 42 60 1d 72 02"));

  expect(toHex((await answer)[0])).toBe("00");
  socket.end();
  const receipts = await get(`${url}api/receipts`);
  expect(receipts).toMatchObject([{ text: "柜台\n\n\n\n[partial cut]\n", complete: true }]);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it cleanly and takes its names away",
  async (signal) => {
    const child = run("--port", "0");
    const { scanner } = await ready(child);
    expect(existsSync(scanner)).toBe(true);

    child.kill(signal);

    expect(await once(child, "exit")).toEqual([0, null]);
    expect(existsSync(scanner)).toBe(false);
  },
);

test("it ends when its parent lets go of it", async () => {
  const child = run("--port", "0");
  await ready(child);

  child.disconnect();

  expect(await once(child, "exit")).toEqual([0, null]);
});

test("it ends while a page watches", async () => {
  const child = run("--port", "0");
  const { url } = await ready(child);
  const events = await fetch(`${url}api/events`);

  child.kill("SIGTERM");

  expect(await once(child, "exit")).toEqual([0, null]);
  await events.body?.cancel().catch(() => {});
});

test.each([
  ["a port that is taken", ["--port", "taken"], "simulator/port-taken"],
  ["a port that is none", ["--port", "70000"], "simulator/bad-arguments"],
  ["a network port that is none", ["--port", "0", "--printer-tcp", "x"], "simulator/bad-arguments"],
  ["an option nobody knows", ["--colour"], "simulator/bad-arguments"],
  ["a rack that is not there", ["--port", "0", "--rack", "/nowhere"], "simulator/bad-rack"],
])("%s is told with its code and what to do", async (_name, args, code) => {
  const { url } = await ready(run("--port", "0"));
  const taken = new URL(url).port;

  const child = run(...args.map((arg) => (arg === "taken" ? taken : arg)));
  let told = "";
  child.stderr?.on("data", (text) => {
    told += text;
  });
  const [status] = await once(child, "close");

  expect(status).toBe(code === "simulator/bad-arguments" ? 2 : 1);
  expect(told).toContain(`[${code}]`);
  expect(told.trim().split("\n")).toHaveLength(2);
});

test("a scanner that speaks SSI obeys, and repeats what its host does not answer", async () => {
  const { url, scanner } = await ready(run("--port", "0", "--scanner-speaks", "ssi"));
  const { port, heard } = await open(scanner);

  port.write(Buffer.from(fromHex("05 e6 04 00 00 ff 11")));
  await vi.waitFor(() => expect(heard()).toBe("04 d0 00 00 ff 2c"), 5000);
  await post(url, "/api/scanner/trigger", { label: "6901234567892" });

  const once = "12 f3 00 00 0b 36 39 30 31 32 33 34 35 36 37 38 39 32 fc 42";
  const again = "12 f3 00 01 0b 36 39 30 31 32 33 34 35 36 37 38 39 32 fc 41";
  const all = ["04 d0 00 00 ff 2c", once, again].join(" ");
  await vi.waitFor(() => expect(heard()).toBe(all), 10_000);
});
