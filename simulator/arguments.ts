import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CodedError } from "#state/base/coded-error.ts";

export interface Arguments {
  readonly port: number;
  readonly data: string;
  readonly rack: string | null;
  /** Null: the printer has no network plug. */
  readonly printerTcp: number | null;
  /** Null: no USB devices are served. */
  readonly usbip: number | null;
  readonly scannerSpeaks: "text" | "ssi";
  /** Path of a file that says what the printer is like; null: the usual one. */
  readonly printer: string | null;
  /** Files, played one after the other from the start. */
  readonly scenarios: readonly string[];
  /** It ends with the last of them. */
  readonly exits: boolean;
}

const usage =
  "Type `node simulator/main.ts --port 8472 --data DIR [--rack FILE] [--printer-tcp 9100] " +
  "[--usbip 3240] [--scanner-speaks text|ssi] [--printer FILE] " +
  "[--scenario FILE]… [--exit]`.";

/** @throws CodedError `simulator/bad-arguments` */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        data: { type: "string" },
        rack: { type: "string" },
        "printer-tcp": { type: "string" },
        usbip: { type: "string" },
        "scanner-speaks": { type: "string", default: "text" },
        printer: { type: "string" },
        scenario: { type: "string", multiple: true },
        exit: { type: "boolean" },
      },
    });
    const { data, rack = null, scenario: scenarios = [], exit: exits = false } = values;
    if (data === undefined) throw new TypeError("--data DIR is missing");
    if (exits && scenarios.length === 0) throw new TypeError("--exit needs a --scenario");
    return {
      port: portNumber("--port", values.port ?? "8472"),
      data: resolve(data),
      rack,
      printerTcp: portOrNull("--printer-tcp", values["printer-tcp"]),
      usbip: portOrNull("--usbip", values.usbip),
      scannerSpeaks: oneOf(["text", "ssi"], "--scanner-speaks", values["scanner-speaks"]),
      printer: values.printer ?? null,
      scenarios,
      exits,
    };
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : "The arguments cannot be read";
    throw new CodedError("simulator/bad-arguments", { what, fix: usage, cause });
  }
}

function oneOf<Name extends string>(names: readonly Name[], option: string, given: string): Name {
  const name = names.find((each) => each === given);
  if (name !== undefined) return name;
  throw new TypeError(`${option} is ${names.join(" or ")}, not ${given}`);
}

const portOrNull = (option: string, given: string | undefined) =>
  given === undefined ? null : portNumber(option, given);

function portNumber(option: string, given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && given !== "") return port;
  throw new TypeError(`${option} ${given} is no port`);
}
