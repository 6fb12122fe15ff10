/**
 * The simulated counter as a program:
 * `node simulator/main.ts --port 8472 --data DIR [--rack FILE] [--printer-tcp PORT]`.
 * One JSON line on standard output says that it is ready; the ports are `DIR/scanner` and
 * `DIR/printer`, and with `--printer-tcp` the printer listens on 127.0.0.1 as well.
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
import { joinPorts } from "./ports/joined.ts";
import { openPty } from "./ports/pty.ts";
import { openTcp } from "./ports/tcp.ts";
import { virtualCounter } from "./virtual-counter.ts";

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
  readonly printerTcp: number | null;
}

function readPort(option: string, text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new TypeError(`${option} ${text} is no port`);
  }
  return Number(text);
}

function readArguments(): Arguments {
  const fix =
    "Type `node simulator/main.ts --port 8472 --data DIR [--rack FILE] [--printer-tcp PORT]`.";
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string" },
        data: { type: "string" },
        rack: { type: "string" },
        "printer-tcp": { type: "string" },
      },
    });
    const port = readPort("--port", values.port ?? "8472");
    const tcp = values["printer-tcp"];
    if (values.data === undefined) throw new TypeError("--data DIR is missing");
    return {
      port,
      data: resolve(values.data),
      rack: values.rack ?? null,
      printerTcp: tcp === undefined ? null : readPort("--printer-tcp", tcp),
    };
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : "The arguments cannot be read";
    throw new CodedError("simulator/bad-arguments", { what, fix, cause });
  }
}

async function main(): Promise<void> {
  const { port, data, rack: rackFile, printerTcp } = readArguments();
  const rack = readRack(rackFile);
  mkdirSync(data, { recursive: true });
  const scanner = join(data, "scanner");
  const printer = join(data, "printer");
  const network = printerTcp === null ? null : await openTcp({ port: printerTcp }, clock);
  const usb = openPty(printer, clock);
  const host = new BenchHost({
    // A printer on USB or Ethernet holds a whole receipt; the device's own default is a serial one.
    counter: virtualCounter({ printer: { receiveBufferBytes: 65_536 } }),
    clock,
    scanner: openPty(scanner, clock),
    printer: network === null ? usb : joinPorts(usb, network),
  });
  const pageFolder = fileURLToPath(new URL("../build/pages/bench", import.meta.url));
  const bench = await startBench({ host, rack, pageFolder, port }).catch((error: unknown) => {
    host.close();
    throw error;
  });
  const stop = () => {
    host.close();
    bench.close().finally(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  process.once("disconnect", stop);
  const tcp = network === null ? {} : { printerTcp: network.number };
  const ready = { ready: true, url: bench.url, scanner, printer, ...tcp };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

main().catch((error: unknown) => {
  const isCoded = error instanceof CodedError;
  process.stderr.write(isCoded ? `${error.message}\n${error.fix}\n` : `${String(error)}\n`);
  process.exit(1);
});
