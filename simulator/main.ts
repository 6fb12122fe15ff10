/**
 * The simulated counter as a program:
 * `node simulator/main.ts --port 8472 --data DIR [--rack FILE]`.
 * One JSON line on standard output says that it is ready; the ports are `DIR/scanner` and
 * `DIR/printer`.
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
import { openPty } from "./ports/pty.ts";
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
}

function readArguments(): Arguments {
  const fix = "Type `node simulator/main.ts --port 8472 --data DIR [--rack FILE]`.";
  try {
    const { values } = parseArgs({
      options: { port: { type: "string" }, data: { type: "string" }, rack: { type: "string" } },
    });
    const port = Number(values.port ?? "8472");
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new TypeError(`--port ${values.port} is no port`);
    }
    if (values.data === undefined) throw new TypeError("--data DIR is missing");
    return { port, data: resolve(values.data), rack: values.rack ?? null };
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : "The arguments cannot be read";
    throw new CodedError("simulator/bad-arguments", { what, fix, cause });
  }
}

async function main(): Promise<void> {
  const { port, data, rack: rackFile } = readArguments();
  const rack = readRack(rackFile);
  mkdirSync(data, { recursive: true });
  const scanner = join(data, "scanner");
  const printer = join(data, "printer");
  const host = new BenchHost({
    // A printer on USB or Ethernet holds a whole receipt; the device's own default is a serial one.
    counter: virtualCounter({ printer: { receiveBufferBytes: 65_536 } }),
    clock,
    scanner: openPty(scanner, clock),
    printer: openPty(printer, clock),
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
  const ready = { ready: true, url: bench.url, scanner, printer };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

main().catch((error: unknown) => {
  const isCoded = error instanceof CodedError;
  process.stderr.write(isCoded ? `${error.message}\n${error.fix}\n` : `${String(error)}\n`);
  process.exit(1);
});
