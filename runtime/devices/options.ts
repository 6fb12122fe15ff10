import { displayCatalog, printerCatalog } from "#drivers/catalog.ts";
import { printerAddress, scannerAddress, serialAddress } from "#runtime/devices/address.ts";
import type { DeviceConfiguration, DisplayConfiguration } from "#runtime/devices/devices.ts";
import { CodedError } from "#state/base/coded-error.ts";

/** The options of a terminal that tell its devices, as `node:util` parses them. */
export const deviceOptions = {
  scanner: { type: "string" },
  "scanner-speaks": { type: "string", default: "text" },
  printer: { type: "string" },
  "printer-model": { type: "string", default: "generic-80mm" },
  "baud-rate": { type: "string", default: "9600" },
  display: { type: "string" },
  "display-speaks": { type: "string", default: "cd5220" },
  "display-baud-rate": { type: "string" },
} as const;

/** Their values; a name that is not given has its default, or none. */
export type DeviceValues = { readonly [name in keyof typeof deviceOptions]?: string | undefined };

/**
 * @throws CodedError `host/option-missing`, `host/bad-address`, `host/unknown-device`
 */
export function deviceConfiguration(values: DeviceValues): DeviceConfiguration {
  const baudRate = Number(values["baud-rate"]);
  return {
    scanner: {
      address: scannerAddress(needed(values, "scanner"), baudRate),
      speaks: values["scanner-speaks"] === "ssi" ? "ssi" : "text",
    },
    printer: {
      address: printerAddress(needed(values, "printer"), baudRate),
      model: row(printerCatalog, values["printer-model"]).model,
    },
    display: display(values),
  };
}

/** The value of an option that cannot be left out. */
export function needed<Name extends string>(
  values: { readonly [name in Name]?: string | undefined },
  name: Name,
): string {
  const value = values[name];
  if (value !== undefined) return value;
  throw new CodedError("host/option-missing", {
    what: `The option --${name} is missing`,
    fix: "See `npx guitai run --help`.",
  });
}

function display(values: DeviceValues): DisplayConfiguration | null {
  const { display: where, "display-speaks": speaks = "cd5220" } = values;
  if (where === undefined) return null;
  const { language } = row(displayCatalog, speaks);
  const rate = Number(values["display-baud-rate"] ?? language.baudRate);
  const address = where === "printer" ? "behind-printer" : serialAddress(where, rate);
  return { address, language };
}

function row<Row>(table: { readonly [name: string]: Row }, name: string | undefined): Row {
  const found = Object.entries(table).find(([known]) => known === name)?.[1];
  if (found !== undefined) return found;
  throw new CodedError("host/unknown-device", {
    what: `Nothing we know is called ${name}`,
    fix: `Use one of: ${Object.keys(table).join(", ")}.`,
  });
}
