import { badOption } from "#runtime/devices/bad-option.ts";
import type { DeviceValues } from "#runtime/devices/options.ts";
import { deviceConfiguration, drawerBeepAfter, needed } from "#runtime/devices/options.ts";

/** What a terminal is started with, but for its data folder, as `node:util` parses it. */
export type TerminalValues = DeviceValues & {
  readonly backend?: string | undefined;
  readonly port?: string | undefined;
};

/**
 * @throws CodedError `host/bad-option`, and what `deviceConfiguration` throws: each before anything
 * was opened or written
 */
export function terminalOptions(values: TerminalValues) {
  return {
    backend: backend(needed(values, "backend")),
    port: port(values.port ?? "8471"),
    devices: deviceConfiguration(values),
    drawerBeepAfter: drawerBeepAfter(values),
  };
}

function backend(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw badOption("backend", given, "an address such as https://backend.example:8473");
}

/** 0 takes a free one. */
function port(given: string): number {
  if (/^\d{1,5}$/.test(given) && Number(given) < 65_536) return Number(given);
  throw badOption("port", given, "a number from 0 to 65535");
}
