import {
  type DrawerRow,
  displayCatalog,
  drawerCatalog,
  keyboardScannerCatalog,
  printerCatalog,
  type ScaleRow,
  scaleCatalog,
} from "#drivers/catalog.ts";
import { PULSE_MS_MAX, PULSE_MS_MIN } from "#drivers/drawers/coil-guard.ts";
import type { DrawerPulse } from "#drivers/printers/commands.ts";
import {
  badAddress,
  drawerAddress,
  printerAddress,
  scannerAddress,
  serialAddress,
} from "#runtime/devices/address.ts";
import { badOption } from "#runtime/devices/bad-option.ts";
import type {
  DeviceConfiguration,
  DisplayConfiguration,
  DrawerConfiguration,
  ScaleConfiguration,
} from "#runtime/devices/devices.ts";
import { CodedError } from "#state/base/coded-error.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** The options of a terminal that tell its devices, as `node:util` parses them. */
export const deviceOptions = {
  scanner: { type: "string" },
  "scanner-speaks": { type: "string", default: "text" },
  "scanner-layout": { type: "string", default: "us" },
  printer: { type: "string" },
  "printer-model": { type: "string", default: "generic-80mm" },
  "baud-rate": { type: "string", default: "9600" },
  display: { type: "string" },
  "display-speaks": { type: "string", default: "cd5220" },
  "display-baud-rate": { type: "string" },
  scale: { type: "string" },
  "scale-speaks": { type: "string", default: "toledo-8217" },
  "scale-baud-rate": { type: "string" },
  drawer: { type: "string" },
  "drawer-speaks": { type: "string", default: "serial-trigger" },
  "drawer-trigger": { type: "string" },
  "drawer-open-level": { type: "string" },
  "drawer-pin": { type: "string" },
  "drawer-pulse": { type: "string" },
  "drawer-beep-after": { type: "string" },
} as const;

const scannerSpeaks = { text: "text", bare: "bare", ssi: "ssi" } as const;

/** Their values; a name that is not given has its default, or none. */
export type DeviceValues = { readonly [name in keyof typeof deviceOptions]?: string | undefined };

/**
 * @throws CodedError `host/option-missing`, `host/bad-option`, `host/bad-address`,
 * `host/unknown-device`, `host/bad-drawer`
 */
export function deviceConfiguration(values: DeviceValues): DeviceConfiguration {
  const baudRate = speed(values, "baud-rate", 9600);
  return {
    scanner: {
      address: scannerAddress(needed(values, "scanner"), baudRate),
      speaks: row(scannerSpeaks, values["scanner-speaks"] ?? "text"),
      types: row(keyboardScannerCatalog, values["scanner-layout"] ?? "us"),
    },
    printer: {
      address: printerAddress(needed(values, "printer"), baudRate),
      model: row(printerCatalog, values["printer-model"]).model,
      drawerOpenWhenPin3: openLevel(values),
      drawerPulse: drawerPulse(values),
    },
    display: display(values),
    drawer: drawer(values),
    scale: scale(values),
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

/** Bits a second. */
function speed(
  values: DeviceValues,
  name: "baud-rate" | "display-baud-rate" | "scale-baud-rate",
  usual: number,
): number {
  const given = values[name];
  if (given === undefined) return usual;
  if (/^[1-9]\d{1,6}$/.test(given)) return Number(given);
  throw badOption(name, given, "a number such as 9600");
}

function display(values: DeviceValues): DisplayConfiguration | null {
  const { display: where, "display-speaks": speaks = "cd5220" } = values;
  if (where === undefined) return null;
  const { language } = row(displayCatalog, speaks);
  const rate = speed(values, "display-baud-rate", language.baudRate);
  if (where !== "printer") return { address: serialAddress(where, rate), language };
  // `ESC =` is ESC/POS; another language might print it.
  const { model } = row(printerCatalog, values["printer-model"]);
  if (model.speaks !== "escpos") throw badAddress(`display behind ${model.product}`);
  return { address: "behind-printer", language };
}

function scale(values: DeviceValues): ScaleConfiguration | null {
  const { scale: where, "scale-speaks": speaks = "toledo-8217" } = values;
  if (where === undefined) return null;
  const { language, maker, product } = row<ScaleRow>(scaleCatalog, speaks);
  const rate = speed(values, "scale-baud-rate", language.line.baudRate);
  return {
    address: { ...serialAddress(where, rate), ...language.line, baudRate: rate },
    language,
    product: { row: speaks, title: `${maker} ${product}` },
  };
}

function drawer(values: DeviceValues): DrawerConfiguration | null {
  const { drawer: where, "drawer-speaks": speaks = "serial-trigger" } = values;
  if (where === undefined) return null;
  const { make, maker, product: name, ...reached } = row<DrawerRow>(drawerCatalog, speaks);
  const product = { row: speaks, title: `${maker} ${name}` };
  const settings = { trigger: trigger(values), openLevel: openLevel(values) };
  return { address: drawerAddress(where, reached), product, driver: () => make(settings) };
}

function trigger({ "drawer-trigger": hex }: DeviceValues): readonly number[] | undefined {
  if (hex === undefined) return undefined;
  if (!/^([0-9a-f]{2}){1,8}$/i.test(hex)) throw badDrawer("trigger", hex, "07, or 1b700019fa");
  return hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16));
}

function openLevel({ "drawer-open-level": level }: DeviceValues): "high" | "low" | undefined {
  if (level === undefined || level === "high" || level === "low") return level;
  throw badDrawer("open-level", level, "high or low");
}

function drawerPulse(values: DeviceValues): DrawerPulse {
  const { "drawer-pin": pin = "2", "drawer-pulse": pulse = "50" } = values;
  const onMs = Number(pulse);
  if (pin !== "2" && pin !== "5") throw badDrawer("pin", pin, "2 or 5");
  if (!Number.isInteger(onMs) || onMs < PULSE_MS_MIN || onMs > PULSE_MS_MAX) {
    throw badDrawer("pulse", pulse, `${PULSE_MS_MIN} to ${PULSE_MS_MAX} milliseconds`);
  }
  return { pin: pin === "2" ? 2 : 5, onMs };
}

/** @throws CodedError `host/bad-drawer` */
export function drawerBeepAfter({ "drawer-beep-after": given }: DeviceValues): Millis | null {
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,3}$/.test(given)) throw badDrawer("beep-after", given, "1 to 9999 seconds");
  return millis(Number(given) * 1000);
}

function badDrawer(option: string, given: string, legal: string): CodedError {
  return new CodedError("host/bad-drawer", {
    what: `--drawer-${option} ${given} cannot be what this drawer needs`,
    fix: `Use ${legal}.`,
  });
}

function row<Row>(table: { readonly [name: string]: Row }, name: string | undefined): Row {
  const found = Object.entries(table).find(([known]) => known === name)?.[1];
  if (found !== undefined) return found;
  throw new CodedError("host/unknown-device", {
    what: `Nothing we know is called ${name}`,
    fix: `Use one of: ${Object.keys(table).join(", ")}.`,
  });
}
