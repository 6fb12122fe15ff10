import { hostname } from "node:os";
import { parseArgs } from "node:util";
import { CodedError } from "#state/base/coded-error.ts";
import { Counter } from "./counter.ts";
import { deviceOptions, needed } from "./devices/options.ts";
import { standardLog } from "./host/log.ts";
import { terminalOptions } from "./options.ts";

/**
 * A terminal as a process: it says one line when it is ready, and may be killed at any moment.
 *
 *   node runtime/main.ts --data FOLDER --backend URL --scanner WHERE --printer WHERE
 *     [--scanner-speaks text] [--printer-model generic-80mm] [--port 8471] [--baud-rate 9600]
 *     [--drawer WHERE] [--drawer-speaks serial-trigger] [--drawer-trigger 07]
 *     [--drawer-open-level high|low] [--drawer-pin 2] [--drawer-pulse 50]
 *     [--drawer-beep-after SECONDS] [--display WHERE] [--display-speaks cd5220]
 *     [--display-baud-rate 9600] [--scale WHERE] [--scale-speaks toledo-8217]
 *     [--scale-baud-rate 9600]
 *
 * WHERE is a serial port, or better the device behind it, `serial:VENDOR:PRODUCT`, or its socket,
 * `port:1-1.4`; `hid:`, `oem:` or `wedge:VENDOR:PRODUCT` for a scanner; `usb:VENDOR:PRODUCT`
 * or `tcp:HOST:PORT` for a printer; `printer` for a display on the printer's second plug.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    port: { type: "string", default: "8471" },
    backend: { type: "string" },
    ...deviceOptions,
  },
});

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

const counter = new Counter({
  data: needed(values, "data"),
  ...terminalOptions(values),
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
