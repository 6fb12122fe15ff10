import { hostname } from "node:os";
import { parseArgs } from "node:util";
import { printerCatalog } from "#drivers/catalog.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { CodedError } from "#state/base/coded-error.ts";
import { Counter } from "./counter.ts";
import { printerAddress, scannerAddress } from "./devices/address.ts";
import { standardLog } from "./host/log.ts";

/**
 * A terminal as a process: it says one line when it is ready, and may be killed at any moment.
 *
 *   node runtime/main.ts --data FOLDER --backend URL --scanner WHERE --printer WHERE
 *     [--scanner-speaks text] [--printer-model generic-80mm] [--port 8471] [--baud-rate 9600]
 *
 * WHERE is a serial port, `hid:VENDOR:PRODUCT` for a scanner or `tcp:HOST:PORT` for a printer.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    port: { type: "string", default: "8471" },
    backend: { type: "string" },
    scanner: { type: "string" },
    printer: { type: "string" },
    "scanner-speaks": { type: "string", default: "text" },
    "printer-model": { type: "string", default: "generic-80mm" },
    "baud-rate": { type: "string", default: "9600" },
  },
});

function needed(name: "data" | "backend" | "scanner" | "printer"): string {
  const value = values[name];
  if (value !== undefined) return value;
  throw new CodedError("host/option-missing", {
    what: `The option --${name} is missing`,
    fix: "See `npx guitai run --help`.",
  });
}

function printerModel(name: string): PrinterModel {
  const row = Object.entries(printerCatalog).find(([known]) => known === name)?.[1];
  if (row !== undefined) return row.model;
  throw new CodedError("host/unknown-printer", {
    what: `No printer model is called ${name}`,
    fix: `Use one of: ${Object.keys(printerCatalog).join(", ")}.`,
  });
}

function stop(error: unknown): never {
  const isCoded = error instanceof CodedError;
  const cause = isCoded && error.cause !== undefined ? { cause: String(error.cause) } : {};
  standardLog.error(isCoded ? error.message : String((error as Error).stack ?? error), {
    ...(isCoded ? { code: error.code, fix: error.fix } : {}),
    ...cause,
  });
  process.exit(1);
}

process.on("uncaughtException", stop);
process.on("unhandledRejection", stop);

const baudRate = Number(values["baud-rate"]);
const counter = new Counter({
  data: needed("data"),
  port: Number(values.port),
  backend: new URL(needed("backend")),
  devices: {
    scanner: {
      address: scannerAddress(needed("scanner"), baudRate),
      speaks: values["scanner-speaks"] === "ssi" ? "ssi" : "text",
    },
    printer: {
      address: printerAddress(needed("printer"), baudRate),
      model: printerModel(values["printer-model"]),
    },
  },
  hostname: hostname().slice(0, 64),
  log: standardLog,
  onFailure: stop,
});

let isEnding = false;
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await counter.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end());
process.on("disconnect", () => void end());

const url = await counter.open();
process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
