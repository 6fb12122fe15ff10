import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ReadlineParser, SerialPort } from "serialport";
import { SerialScanner } from "../../drivers/scanners/serial-scanner.ts";
import { Child } from "../../runtime/cli/child.ts";
import { commission } from "../../runtime/cli/commission.ts";
import { CounterClient } from "../../runtime/cli/counter-client.ts";
import { Shop } from "../../runtime/cli/shop.ts";
import { buildPages } from "../../runtime/host/pages.ts";
import { millis } from "../../state/base/units.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { Pty } from "../support/pty.ts";

/** One way of reading a scanner, in a process of its own: `node scan-run.ts NAME`. Prints JSON. */

export interface ScanResult {
  /** Labels a second, for who is timed in memory. */
  readonly perSecond: number | null;
  /** Milliseconds from the scanner's write to the end named by the contestant. */
  readonly waits: readonly number[];
}

const labels = ["6901234567892", "6902460011135"];
const scans = 200;
/** Between a line on the screen and the next scan. */
const pauseMs = 15;
const measuredMs = 400;
const text = new TextEncoder();
const bytesOf = (scan: number) => text.encode(`]E0${labels[scan % labels.length]}\r`);

const result = (waits: readonly number[], perSecond: number | null = null): ScanResult => {
  return { waits, perSecond };
};

/** How many labels a second are `heard` of chunks of one scan each. */
function inMemory(read: (bytes: Uint8Array) => void, heard: () => number): ScanResult {
  const chunks = labels.map((_, index) => Buffer.from(bytesOf(index)));
  const run = (ms: number) => {
    const before = heard();
    const start = performance.now();
    for (;;) {
      for (let scan = 0; scan < 1000; scan += 1) for (const chunk of chunks) read(chunk);
      const elapsed = performance.now() - start;
      if (elapsed >= ms) return ((heard() - before) / elapsed) * 1000;
    }
  };
  run(measuredMs / 2);
  return result([], run(measuredMs));
}

function ourDriver(): ScanResult {
  const scanner = new SerialScanner();
  scanner.open(millis(0));
  let heard = 0;
  const now = millis(1000);
  return inMemory(
    (bytes) => {
      heard += scanner.receive(bytes, now).signals.length;
    },
    () => heard,
  );
}

function theirParser(): ScanResult {
  const parser = new ReadlineParser({ delimiter: "\r" });
  let heard = 0;
  parser.on("data", () => {
    heard += 1;
  });
  return inMemory(
    (bytes) => void parser.write(bytes),
    () => heard,
  );
}

/** Sends scan after scan, each when the one before has arrived. */
async function timed(
  pty: Pty,
  arrived: (scan: number) => Promise<number>,
): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let scan = 0; scan < scans; scan += 1) {
    const seen = arrived(scan);
    const start = performance.now();
    await pty.send(bytesOf(scan));
    waits.push((await seen) - start);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return waits;
}

/** The floor: the port read in this very process, and nothing done with the label. */
async function bareSerialport(): Promise<ScanResult> {
  const pty = new Pty(() => {});
  const port = new SerialPort({ path: pty.path, baudRate: 115_200 });
  const lines = port.pipe(new ReadlineParser({ delimiter: "\r" }));
  await once(port, "open");
  const waits = await timed(pty, async () => {
    await once(lines, "data");
    return performance.now();
  });
  await new Promise((resolve) => port.close(resolve));
  await pty[Symbol.asyncDispose]();
  return result(waits);
}

/** The shop as `npm start` opens it; only the scanner's cable ends here. */
async function inTheShop(
  watch: (counter: CounterClient, address: string) => Promise<(scan: number) => Promise<number>>,
): Promise<ScanResult> {
  await buildPages();
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-scan-"));
  const port = await freePort();
  const shop = new Shop(folder, port, () => {});
  const pty = new Pty(() => {});
  const terminal = new Child({
    ...{ name: "terminal", script: "runtime/main.ts", onDeath: () => {} },
    ...{ logFile: join(folder, "terminal.log"), pidFile: join(folder, "terminal.pid") },
    options: [
      ...["--data", join(folder, "terminal"), "--port", String(port + 1)],
      ...["--backend", `http://127.0.0.1:${port}/`, "--baud-rate", "115200"],
      ...["--scanner", pty.path, "--printer", join(folder, "simulator", "printer")],
    ],
  });
  try {
    const addresses = await shop.open();
    const first = await CounterClient.enter(addresses.counter, 30_000);
    await commission(first, addresses);
    first.close();
    await shop.part("terminal")?.stop();
    const { url } = await terminal.start();
    const counter = await CounterClient.enter(url, 30_000);
    const { staffNo, pin } = addresses.cashier;
    await counter.ask({ type: "signIn", staffNo, pin });
    await counter.until(({ devices }) => devices.scanner.state === "ready");
    const waits = await timed(pty, await watch(counter, url));
    counter.close();
    return result(waits);
  } finally {
    await terminal.stop();
    await shop.close();
    await pty[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The line has arrived at a screen. */
function toTheStream(): Promise<ScanResult> {
  return inTheShop(async (counter) => async (scan) => {
    await counter.until(({ life }) => {
      return life.stage === "signed-in" && life.sale.pieces === scan + 1;
    });
    return performance.now();
  });
}

/** The line has been painted by a real browser. */
async function toThePaint(): Promise<ScanResult> {
  const browser = await launchBrowser();
  try {
    return await inTheShop(async (_, address) => {
      const size = { width: 1366, height: 768, locale: "zh-CN" };
      const page = await openPage(browser, address, size);
      await page.waitForSelector(".basket");
      let paint: (at: number) => void = () => {};
      await watchPaint(page, (at) => paint(at));
      return () => new Promise((resolve) => (paint = resolve));
    });
  } finally {
    await browser.close();
  }
}

/** Tells each change of the basket's lines, on this process's clock, when it is on the screen. */
async function watchPaint(page: Page, painted: (at: number) => void): Promise<void> {
  await page.exposeBinding("painted", (_, wall: number) => painted(wall - performance.timeOrigin));
  await page.evaluate(() => {
    const tell = (globalThis as unknown as { painted(wall: number): void }).painted;
    const words = () => document.querySelector(".basket-lines")?.textContent ?? "";
    let before = words();
    new MutationObserver(() => {
      const now = words();
      if (now === before) return;
      before = now;
      // A message is taken up after the frame in which the change is drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => tell(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** The first of three that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

const readers = {
  "guitai's driver": ourDriver,
  "@serialport/parser-readline": theirParser,
  serialport: bareSerialport,
  "guitai, at the screen's stream": toTheStream,
  "guitai, painted": toThePaint,
} as const satisfies Record<string, () => ScanResult | Promise<ScanResult>>;
export type ReaderName = keyof typeof readers;

const [name = ""] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await readers[name as ReaderName]()));
