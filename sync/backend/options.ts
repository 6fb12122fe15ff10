import { parseArgs } from "node:util";
import { CodedError } from "#state/base/coded-error.ts";
import type { Where } from "./store/open.ts";

export interface Options {
  /** 0 asks the system for a free one. */
  readonly port: number;
  readonly where: Where;
  /** Put the demo merchant into an empty store. */
  readonly demo: boolean;
  /** Seconds between two polls of a terminal that waits for approval. */
  readonly pollInterval: number;
}

export const usage = `Usage: node sync/backend/main.ts [rack] [options]

  --port 8470             where to listen on 127.0.0.1; 0 takes a free port
  --data DIR              folder of the embedded database (default .guitai/backend)
  --database postgres://  a PostgreSQL instead of the embedded one
  --demo                  put the demo merchant into an empty store
  --poll-interval 5       seconds between two polls of a terminal that waits
  rack                    print labels for the bench's rack as JSON, and end
`;

function badOption(what: string, cause?: unknown): CodedError {
  return new CodedError("backend/bad-option", { what, fix: usage, cause });
}

function whole(text: string, name: string, [least, most]: readonly [number, number]): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw badOption(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "8470" },
        data: { type: "string", default: ".guitai/backend" },
        database: { type: "string" },
        demo: { type: "boolean", default: false },
        "poll-interval": { type: "string", default: "5" },
      },
    }).values;
  } catch (cause) {
    throw badOption((cause as Error).message, cause);
  }
}

/** @throws CodedError `backend/bad-option` */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  const { data, database, demo } = values;
  return {
    port: whole(values.port, "port", [0, 65_535]),
    where: database === undefined ? { folder: data } : { url: database },
    demo,
    pollInterval: whole(values["poll-interval"], "poll-interval", [1, 60]),
  };
}
