import { DisplayBehindPrinter } from "#drivers/displays/display-behind-printer.ts";
import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import { CoilGuard } from "#drivers/drawers/coil-guard.ts";
import type { OpenLink } from "#drivers/links/link.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import { printerDrawer } from "#drivers/upos/cash-drawer.ts";
import { lineDisplay } from "#drivers/upos/line-display.ts";
import { posPrinter } from "#drivers/upos/pos-printer.ts";
import type { DeviceConfiguration, DeviceParts } from "#runtime/devices/devices.ts";
import type { DeviceStatus } from "#runtime/devices/diagnosis.ts";
import { unshowable } from "#runtime/devices/display-slot.ts";
import { displayProduct, type Product, printerProduct } from "#runtime/devices/product.ts";
import { type Health, Slot } from "#runtime/devices/slot.ts";

type Configured = NonNullable<DeviceConfiguration["printer"]>;

export function printerSlot(
  { printer, drawer }: DeviceConfiguration,
  parts: DeviceParts,
  link: OpenLink,
) {
  if (printer === null) return null;
  return new Slot<PrinterCommand, PrinterSignal>({
    ...common(printer, parts, link),
    product: printerProduct(printer.model),
    deviceClass: posPrinter(printer.model),
    attached: drawer == null ? [printerDrawer] : [],
    driver: printerDriver(printer, parts),
    healthIn: printerHealth,
    statusIn: printerStatus,
    nameIn: printerName,
    onSignal: (signal) => hear(signal, drawer != null, parts),
    onHealth: (health) => parts.onHealth("printer", health),
  });
}

/** A printer with a customer display on its second plug; null where there is none. */
export function pairSlot(
  { printer, display, drawer }: DeviceConfiguration,
  parts: DeviceParts,
  link: OpenLink,
) {
  if (printer === null || display?.address !== "behind-printer") return null;
  const driver = printerDriver(printer, parts);
  return new Slot<PrinterCommand | DisplayCommand, PrinterSignal | DisplaySignal>({
    ...common(printer, parts, link),
    deviceClass: posPrinter(printer.model),
    attached: drawer == null ? [printerDrawer, lineDisplay] : [lineDisplay],
    product: both(printerProduct(printer.model), displayProduct(display.language)),
    driver: new DisplayBehindPrinter(driver, display.language),
    healthIn: printerHealth,
    statusIn: printerStatus,
    nameIn: printerName,
    onSignal: (signal) => {
      if (signal.type === "Unshowable") parts.log(unshowable(signal));
      else hear(signal, drawer != null, parts);
    },
    onHealth: (health) => {
      parts.onHealth("printer", health);
      // Nothing is written to a display whose printer does not listen.
      parts.onPeripheral?.("display", health === "ready" ? "ready" : "absent");
    },
  });
}

function common({ address }: Configured, parts: DeviceParts, openLink: OpenLink) {
  const { watch, clock, log, deviceAt } = parts;
  const given = { address, openLink, watch, clock, log, device: deviceAt?.(address) };
  return { name: "printer", ...given, healthWhenOpen: "absent" } as const;
}

function printerDriver({ model, address, ...drawer }: Configured, { clock }: DeviceParts) {
  const { drawerOpenWhenPin3, drawerPulse } = drawer;
  const baudRate = address.link === "serial" ? address.baudRate : undefined;
  const options = { drawerOpenWhenPin3, drawerPulse, baudRate, firstProcessId: clock.wall() };
  return new CoilGuard<PrinterCommand, PrinterSignal>(new ReceiptPrinter(model, options));
}

function hear(signal: PrinterSignal, hasOwnDrawer: boolean, parts: DeviceParts): void {
  // The till cannot help it: whoever keeps the articles or chose the printer must read of it.
  if (signal.type === "Unprintable") {
    parts.log(`printer: cannot write ${JSON.stringify(signal.characters)}`);
  }
  parts.onPrinter(hasOwnDrawer ? withoutDrawer(signal) : signal);
}

/** Nothing hangs on its connector: an open plug reads a level all the same. */
function withoutDrawer(signal: PrinterSignal): PrinterSignal {
  if (signal.type !== "StatusUpdate") return signal;
  return { ...signal, status: { ...signal.status, drawer: "unknown" } };
}

const both = (one: Product, other: Product): Product => ({
  row: `${one.row} + ${other.row}`,
  title: `${one.title} + ${other.title}`,
});

function printerStatus(signal: PrinterSignal | DisplaySignal): DeviceStatus | null {
  return signal.type === "StatusUpdate" ? { ...signal.status } : null;
}

/** Maker and model, firmware, font: what it left empty is left out. */
function printerName(signal: PrinterSignal | DisplaySignal): string | null {
  if (signal.type !== "Identified") return null;
  const { maker, model, firmware, font } = signal.identity;
  const name = [maker, model].filter((word) => word !== "").join(" ");
  return [name, firmware, font].filter((words) => words !== "").join(", ");
}

function printerHealth(signal: PrinterSignal | DisplaySignal): Health | null {
  if (signal.type !== "StatusUpdate") return null;
  const health = { ready: "ready", offline: "faulted", "no-answer": "absent" } as const;
  return health[signal.status.state];
}

/** What a counter without a printer answers at once. */
export function refusal(command: PrinterCommand): PrinterSignal {
  if (command.type === "openDrawer") return { type: "DrawerKickFailed", kickId: command.kickId };
  const { jobId } = command;
  return { type: "OutputError", jobId, reason: "link-lost", printed: "nothing" };
}
