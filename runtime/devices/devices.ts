import { hidScannerCatalog } from "#drivers/catalog.ts";
import type { Driver } from "#drivers/driver.ts";
import type { OpenLink } from "#drivers/links/link.ts";
import type { HidAddress, SerialAddress, TcpAddress } from "#drivers/links/message.ts";
import { EscposPrinter } from "#drivers/printers/escpos-printer.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import { HidPosScanner } from "#drivers/scanners/hid-pos-scanner.ts";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { SsiScanner } from "#drivers/scanners/ssi-scanner.ts";
import { DeviceProcessHost } from "#runtime/devices/device-process-host.ts";
import { type Health, Slot } from "#runtime/devices/slot.ts";
import type { Clock } from "#runtime/host/clock.ts";

/** What stands at the counter; null where nothing is configured. */
export interface DeviceConfiguration {
  readonly scanner: {
    readonly address: SerialAddress | HidAddress;
    /** On a serial line: `text`, label and terminator, when left out; `ssi`, Zebra's packets. */
    readonly speaks?: "text" | "ssi";
  } | null;
  readonly printer: {
    readonly address: SerialAddress | TcpAddress;
    readonly model: PrinterModel;
    /** Where the drawer's wiring is not the model's usual one. */
    readonly drawerOpenWhenPin3?: "high" | "low";
  } | null;
}

export interface DeviceParts {
  readonly clock: Clock;
  onScanner(signal: ScannerSignal): void;
  onPrinter(signal: PrinterSignal): void;
  /** Told at each change; both devices begin as `absent`. */
  onHealth(device: "scanner" | "printer", health: Health): void;
  log(line: string): void;
  /** How links are opened; a supervised child process by default, a memory in a simulation. */
  readonly openLink?: OpenLink;
}

export interface Devices {
  /** Every print ends in one signal, every kick too; without a printer at once. */
  obey(command: PrinterCommand): void;
  /** Hands back unfinished work as signals; resolves when no device is held any more. */
  close(): Promise<void>;
}

/** Opens the counter's devices and keeps them: unplugged, they are looked for until `close`. */
export function openDevices(configuration: DeviceConfiguration, parts: DeviceParts): Devices {
  const host = new DeviceProcessHost(parts); // starts no process before its first link
  const openLink = parts.openLink ?? host.openLink;
  const scanner = scannerSlot(configuration, parts, openLink);
  const printer = printerSlot(configuration, parts, openLink);
  scanner?.start();
  printer?.start();
  return {
    obey(command) {
      if (printer === null) parts.onPrinter(refusal(command));
      else printer.obey(command);
    },
    async close() {
      scanner?.close();
      printer?.close();
      await host.stop();
    },
  };
}

function scannerSlot({ scanner }: DeviceConfiguration, parts: DeviceParts, openLink: OpenLink) {
  if (scanner === null) return null;
  return new Slot<never, ScannerSignal>({
    name: "scanner",
    address: scanner.address,
    driver: scannerDriver(scanner),
    openLink,
    clock: parts.clock,
    healthWhenOpen: "ready",
    healthIn: () => null,
    onSignal: (signal) => parts.onScanner(signal),
    onHealth: (health) => parts.onHealth("scanner", health),
    log: parts.log,
  });
}

function scannerDriver({
  address,
  speaks,
}: NonNullable<DeviceConfiguration["scanner"]>): Driver<never, ScannerSignal> {
  if (address.link === "hid") {
    const rows = Object.values(hidScannerCatalog);
    const row = rows.find(({ vendorId }) => vendorId === address.vendorId);
    return new HidPosScanner((row ?? hidScannerCatalog["generic-hid-pos"]).model);
  }
  return speaks === "ssi" ? new SsiScanner() : new SerialScanner();
}

function printerSlot({ printer }: DeviceConfiguration, parts: DeviceParts, openLink: OpenLink) {
  if (printer === null) return null;
  return new Slot<PrinterCommand, PrinterSignal>({
    name: "printer",
    address: printer.address,
    driver: new EscposPrinter(printer.model, {
      drawerOpenWhenPin3: printer.drawerOpenWhenPin3,
      firstProcessId: parts.clock.wall(),
    }),
    openLink,
    clock: parts.clock,
    healthWhenOpen: "absent",
    healthIn: printerHealth,
    onSignal: (signal) => parts.onPrinter(signal),
    onHealth: (health) => parts.onHealth("printer", health),
    log: parts.log,
  });
}

function printerHealth(signal: PrinterSignal): Health | null {
  if (signal.type !== "StatusUpdate") return null;
  const health = { ready: "ready", offline: "faulted", "no-answer": "absent" } as const;
  return health[signal.status.state];
}

function refusal(command: PrinterCommand): PrinterSignal {
  if (command.type === "openDrawer") return { type: "DrawerKickFailed", kickId: command.kickId };
  const { jobId } = command;
  return { type: "OutputError", jobId, reason: "link-lost", printed: "nothing" };
}
