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
import { joinPorts, joinUsb, nowhere } from "./ports/joined.ts";
import type { Port } from "./ports/port.ts";
import { openPty } from "./ports/pty.ts";
import { openTcp } from "./ports/tcp.ts";
import { UsbRack } from "./ports/usbip/rack.ts";
import { UsbipServer } from "./ports/usbip/server.ts";
import { readPrinter } from "./printer-file.ts";
import { parsed, scenarioFile, scenariosIn } from "./scenario/files.ts";
import { playAll } from "./scenario/playlist.ts";
import { perWire, virtualCounter } from "./virtual-counter.ts";

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

/** A pseudo-terminal for each device with a line; what hangs on USB alone has none. */
function portsAt(lines: ReturnType<typeof linesIn>, network: Port | null) {
  return {
    ...perWire(() => nowhere),
    scanner: openPty(lines.scanner, clock),
    printer: joinPorts(openPty(lines.printer, clock), ...(network === null ? [] : [network])),
    display: openPty(lines.display, clock),
    box: openPty(lines.drawer, clock),
    scale: openPty(lines.scale, clock),
  };
}

async function main(): Promise<void> {
  const { port, data, printerTcp, usbip, ...more } = readArguments(process.argv.slice(2));
  const labels = readRack(more.rack);
  const toPlay = more.scenarios.map(scenarioFile);
  mkdirSync(data, { recursive: true });
  const lines = linesIn(data);
  const { scannerSpeaks } = more;
  const printer = readPrinter(more.printer);
  const counter = virtualCounter({ printer, scannerSpeaks, flowControl: true });
  const network = printerTcp === null ? null : await openTcp({ port: printerTcp }, clock);
  const rack = new UsbRack(counter, clock);
  const usb = usbip === null ? null : await serveUsb(usbip, rack);
  const host = new BenchHost({
    counter,
    clock,
    usb: rack,
    servesUsb: usb !== null,
    ports: joinUsb(portsAt(lines, network), rack),
  });
  const close = () => {
    host.close();
    usb?.server.close();
  };
  const pageFolder = fileURLToPath(new URL("../build/pages/bench", import.meta.url));
  const scenarios = [...toPlay, ...scenariosIn(exampleFolder)];
  const benchOptions = {
    host,
    rack: labels,
    scenarios,
    pageFolder,
    port,
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

/** Lets real kernels have the devices that have a USB plug. */
async function serveUsb(port: number, rack: UsbRack) {
  const server = new UsbipServer(rack);
  const taken = await server.listen(port);
  const devices = rack.slots.map(({ busid, product }) => ({ busid, product }));
  return { server, ready: { port: taken, devices } };
}

main().catch((error: unknown) => {
  const isCoded = error instanceof CodedError;
  process.stderr.write(isCoded ? `${error.message}\n${error.fix}\n` : `${String(error)}\n`);
  process.exit(isCoded && error.code === "simulator/bad-arguments" ? EXIT_WRONG_USAGE : 1);
});
