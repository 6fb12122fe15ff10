/**
 * The simulated counter as a program:
 * `node simulator/main.ts --port 8472 --data DIR [--rack FILE] [--printer-tcp PORT]
 * [--usbip PORT] [--scanner-speaks ssi] [--printer FILE] [--scenario FILE]… [--exit]`.
 * One JSON line on standard output says that it is ready; the ports are `DIR/scanner`,
 * `DIR/printer`, `DIR/display`, `DIR/scale` and `DIR/drawer`, a drawer with a line of its own; with
 * `--printer-tcp` the printer listens on 127.0.0.1 as well, and with `--usbip` there are real USB
 * devices besides, for any Linux to attach. Each line that a scenario has done is one more JSON
 * line; with `--exit` it ends with the last scenario.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CodedError } from "#state/base/coded-error.ts";
import { millis } from "#state/base/units.ts";
import { readArguments } from "./arguments.ts";
import { BenchHost } from "./bench/host.ts";
import { readRack } from "./bench/rack.ts";
import { startBench } from "./bench/server.ts";
import type { Clock } from "./clock.ts";
import { joinPorts, speakOnAll } from "./ports/joined.ts";
import { openPty } from "./ports/pty.ts";
import { openTcp } from "./ports/tcp.ts";
import { CdcFace, serialScale } from "./ports/usbip/cdc-face.ts";
import { HidPosFace } from "./ports/usbip/hid-pos-face.ts";
import { KeyboardFace } from "./ports/usbip/keyboard-face.ts";
import { PrinterFace } from "./ports/usbip/printer-face.ts";
import { UsbipServer } from "./ports/usbip/server.ts";
import { readPrinter } from "./printer-file.ts";
import { parsed, scenarioFile, scenariosIn } from "./scenario/files.ts";
import { playAll } from "./scenario/playlist.ts";
import { type VirtualCounter, virtualCounter } from "./virtual-counter.ts";

const exampleFolder = fileURLToPath(new URL("../docs/scenarios", import.meta.url));

const EXIT_WRONG_USAGE = 2;
const EXIT_SCENARIO_FAILED = 3;

const clock: Clock = {
  now: () => millis(Math.round(performance.timeOrigin + performance.now())),
  after(delayMs, wake) {
    const timer = setTimeout(wake, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The serial lines, by the name each is told under. */
function linesIn(data: string) {
  const names = ["scanner", "printer", "display", "drawer", "scale"] as const;
  const paths = names.map((name) => [name, join(data, name)] as const);
  return Object.fromEntries(paths) as Record<(typeof names)[number], string>;
}

async function main(): Promise<void> {
  const { port, data, printerTcp, usbip, ...more } = readArguments(process.argv.slice(2));
  const rack = readRack(more.rack);
  const toPlay = more.scenarios.map(scenarioFile);
  mkdirSync(data, { recursive: true });
  const lines = linesIn(data);
  const { scannerSpeaks } = more;
  const printer = readPrinter(more.printer);
  const counter = virtualCounter({ printer, scannerSpeaks, flowControl: true });
  const network = printerTcp === null ? null : await openTcp({ port: printerTcp }, clock);
  const usb = usbip === null ? null : await serveUsb(usbip, counter);
  const plugs = [...(network === null ? [] : [network]), ...(usb?.printerPorts ?? [])];
  const host = new BenchHost({
    counter,
    clock,
    ports: {
      scanner: speakOnAll([openPty(lines.scanner, clock), ...(usb?.scannerPorts ?? [])]),
      printer: joinPorts(openPty(lines.printer, clock), ...plugs),
      display: openPty(lines.display, clock),
      box: openPty(lines.drawer, clock),
      scale: joinPorts(openPty(lines.scale, clock), ...(usb?.scalePorts ?? [])),
    },
  });
  const close = () => {
    host.close();
    usb?.server.close();
  };
  const pageFolder = fileURLToPath(new URL("../build/pages/bench", import.meta.url));
  const scenarios = [...toPlay, ...scenariosIn(exampleFolder)];
  const benchOptions = {
    host,
    rack,
    scenarios,
    pageFolder,
    port,
    ...(usb === null ? {} : { usb }),
  };
  const bench = await startBench(benchOptions).catch((error: unknown) => {
    close();
    throw error;
  });
  const stop = stopWhenAsked((code) => {
    close();
    bench.close().finally(() => process.exit(code));
  });
  const served = {
    ...(network === null ? {} : { printerTcp: network.number }),
    ...(usb === null ? {} : { usbip: usb.ready }),
  };
  say({ ready: true, url: bench.url, ...lines, ...served });
  if (toPlay.length === 0) return;
  const hasPassed = await playAll(host, toPlay.map(parsed), (scenario) => say({ scenario }));
  if (more.exits) stop(hasPassed ? 0 : EXIT_SCENARIO_FAILED);
}

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Once, however often it is asked: a Ctrl-C comes from the terminal and from the parent. */
function stopWhenAsked(end: (code: number) => void): (code: number) => void {
  let isStopping = false;
  const stop = (code: number) => {
    if (!isStopping) end(code);
    isStopping = true;
  };
  for (const request of ["SIGINT", "SIGTERM", "disconnect"] as const) {
    process.on(request, () => stop(0));
  }
  return stop;
}

/** The counter's devices once more, with a USB plug; and two scanners that only USB has. */
async function serveUsb(port: number, counter: VirtualCounter) {
  const printer = new PrinterFace(() => ({
    isPaperOut: counter.printer.condition.paper === "out",
    isOnline: counter.printer.isOnline,
  }));
  const serial = new CdcFace();
  const scanner = new HidPosFace();
  const keyboard = new KeyboardFace(clock);
  const scale = new CdcFace(serialScale);
  const all = [printer, serial, scanner, keyboard, scale];
  const server = new UsbipServer(all.map(({ device }) => device));
  const taken = await server.listen(port);
  const devices = server.slots.map(({ busid, product }) => ({ busid, product }));
  const ports = { printerPorts: [printer], scannerPorts: [serial], scalePorts: [scale] };
  return { server, scanner, keyboard, clock, ...ports, ready: { port: taken, devices } };
}

main().catch((error: unknown) => {
  const isCoded = error instanceof CodedError;
  process.stderr.write(isCoded ? `${error.message}\n${error.fix}\n` : `${String(error)}\n`);
  process.exit(isCoded && error.code === "simulator/bad-arguments" ? EXIT_WRONG_USAGE : 1);
});
