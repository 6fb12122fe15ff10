/**
 * The simulated counter as a program:
 * `node simulator/main.ts --port 8472 --data DIR [--rack FILE] [--printer-tcp PORT]
 * [--usbip PORT] [--scanner-speaks ssi] [--printer-language star-line]`.
 * One JSON line on standard output says that it is ready; the ports are `DIR/scanner`,
 * `DIR/printer`, `DIR/display`, `DIR/scale` and `DIR/drawer`, a drawer with a line of its own; with
 * `--printer-tcp` the printer listens on 127.0.0.1 as well, and with `--usbip` there are real USB
 * devices besides, for any Linux to attach.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CodedError } from "#state/base/coded-error.ts";
import { millis } from "#state/base/units.ts";
import { BenchHost } from "./bench/host.ts";
import { readRack } from "./bench/rack.ts";
import { startBench } from "./bench/server.ts";
import type { Clock } from "./clock.ts";
import { joinPorts, speakOnAll } from "./ports/joined.ts";
import { openPty } from "./ports/pty.ts";
import { openTcp } from "./ports/tcp.ts";
import { CdcFace } from "./ports/usbip/cdc-face.ts";
import { HidPosFace } from "./ports/usbip/hid-pos-face.ts";
import { KeyboardFace } from "./ports/usbip/keyboard-face.ts";
import { PrinterFace } from "./ports/usbip/printer-face.ts";
import { UsbipServer } from "./ports/usbip/server.ts";
import { type VirtualCounter, virtualCounter } from "./virtual-counter.ts";

const clock: Clock = {
  now: () => millis(Math.round(performance.timeOrigin + performance.now())),
  after(delayMs, wake) {
    const timer = setTimeout(wake, delayMs);
    return () => clearTimeout(timer);
  },
};

interface Arguments {
  readonly port: number;
  readonly data: string;
  readonly rack: string | null;
  /** Null: the printer has no network plug. */
  readonly printerTcp: number | null;
  /** Null: no USB devices are served. */
  readonly usbip: number | null;
  readonly scannerSpeaks: "text" | "ssi";
  readonly language: "escpos" | "star-line";
}

function readArguments(): Arguments {
  const fix =
    "Type `node simulator/main.ts --port 8472 --data DIR [--rack FILE] [--printer-tcp 9100] " +
    "[--usbip 3240] [--scanner-speaks text|ssi] " +
    "[--printer-language escpos|star-line]`.";
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string" },
        data: { type: "string" },
        rack: { type: "string" },
        "printer-tcp": { type: "string" },
        usbip: { type: "string" },
        "scanner-speaks": { type: "string", default: "text" },
        "printer-language": { type: "string", default: "escpos" },
      },
    });
    const tcp = values["printer-tcp"];
    if (values.data === undefined) throw new TypeError("--data DIR is missing");
    return {
      port: portNumber("--port", values.port ?? "8472"),
      data: resolve(values.data),
      rack: values.rack ?? null,
      printerTcp: tcp === undefined ? null : portNumber("--printer-tcp", tcp),
      usbip: values.usbip === undefined ? null : portNumber("--usbip", values.usbip),
      scannerSpeaks: oneOf(["text", "ssi"], "--scanner-speaks", values["scanner-speaks"]),
      language: oneOf(["escpos", "star-line"], "--printer-language", values["printer-language"]),
    };
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : "The arguments cannot be read";
    throw new CodedError("simulator/bad-arguments", { what, fix, cause });
  }
}

function oneOf<Name extends string>(names: readonly Name[], option: string, given: string): Name {
  const name = names.find((each) => each === given);
  if (name !== undefined) return name;
  throw new TypeError(`${option} is ${names.join(" or ")}, not ${given}`);
}

function portNumber(option: string, given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && given !== "") return port;
  throw new TypeError(`${option} ${given} is no port`);
}

/** The serial lines, by the name each is told under. */
function linesIn(data: string) {
  const names = ["scanner", "printer", "display", "drawer", "scale"] as const;
  const paths = names.map((name) => [name, join(data, name)] as const);
  return Object.fromEntries(paths) as Record<(typeof names)[number], string>;
}

async function main(): Promise<void> {
  const { port, data, printerTcp, usbip, ...more } = readArguments();
  const rack = readRack(more.rack);
  mkdirSync(data, { recursive: true });
  const lines = linesIn(data);
  const { scannerSpeaks } = more;
  // A printer on USB or Ethernet holds a whole receipt; the device's own default is a serial one.
  const printer = { receiveBufferBytes: 65_536, language: more.language };
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
      scale: openPty(lines.scale, clock),
    },
  });
  const close = () => {
    host.close();
    usb?.server.close();
  };
  const pageFolder = fileURLToPath(new URL("../build/pages/bench", import.meta.url));
  const benchOptions = { host, rack, pageFolder, port, ...(usb === null ? {} : { usb }) };
  const bench = await startBench(benchOptions).catch((error: unknown) => {
    close();
    throw error;
  });
  stopWhenAsked(() => {
    close();
    bench.close().finally(() => process.exit(0));
  });
  const served = {
    ...(network === null ? {} : { printerTcp: network.number }),
    ...(usb === null ? {} : { usbip: usb.ready }),
  };
  process.stdout.write(`${JSON.stringify({ ready: true, url: bench.url, ...lines, ...served })}\n`);
}

/** Once, however often it is asked: a Ctrl-C comes from the terminal and from the parent. */
function stopWhenAsked(stop: () => void): void {
  let isStopping = false;
  for (const request of ["SIGINT", "SIGTERM", "disconnect"] as const) {
    process.on(request, () => {
      if (!isStopping) stop();
      isStopping = true;
    });
  }
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
  const all = [printer, serial, scanner, keyboard];
  const server = new UsbipServer(all.map(({ device }) => device));
  const taken = await server.listen(port);
  const devices = server.slots.map(({ busid, product }) => ({ busid, product }));
  const ports = { printerPorts: [printer], scannerPorts: [serial] };
  return { server, scanner, keyboard, clock, ...ports, ready: { port: taken, devices } };
}

main().catch((error: unknown) => {
  const isCoded = error instanceof CodedError;
  process.stderr.write(isCoded ? `${error.message}\n${error.fix}\n` : `${String(error)}\n`);
  process.exit(isCoded && error.code === "simulator/bad-arguments" ? 2 : 1);
});
