import type { KeyboardScannerRow, ScannerSpeaks } from "#drivers/catalog.ts";
import type { DisplayLanguage } from "#drivers/displays/language.ts";
import type { DisplayCommand } from "#drivers/displays/signal.ts";
import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import type { Driver } from "#drivers/driver.ts";
import type { OpenLink } from "#drivers/links/link.ts";
import type {
  HidAddress,
  LinkAddress,
  SerialAddress,
  TcpAddress,
  UsbAddress,
} from "#drivers/links/message.ts";
import type { DrawerPulse } from "#drivers/printers/commands.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import type { ScaleLanguage } from "#drivers/scales/language.ts";
import type { ScaleSignal } from "#drivers/scales/signal.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { SharedDevice } from "#drivers/upos/shared-device.ts";
import { DeviceProcessHost, type WatchAddress } from "#runtime/devices/device-process-host.ts";
import type { Diagnosis } from "#runtime/devices/diagnosis.ts";
import { displaySlot } from "#runtime/devices/display-slot.ts";
import { drawerSlot } from "#runtime/devices/drawer-slot.ts";
import { pairSlot, printerSlot, refusal } from "#runtime/devices/printer-slot.ts";
import type { Product } from "#runtime/devices/product.ts";
import { scaleSlot } from "#runtime/devices/scale-slot.ts";
import { scannerSlot } from "#runtime/devices/scanner-slot.ts";
import type { Health } from "#runtime/devices/slot.ts";
import type { Clock } from "#runtime/host/clock.ts";

/** What stands at the counter; null, or left out, where nothing is configured. */
export interface DeviceConfiguration {
  readonly scanner: {
    readonly address: SerialAddress | HidAddress | UsbAddress;
    /** Of one that is a keyboard: the layout that it is set up for; the US one when left out. */
    readonly types?: KeyboardScannerRow;
    /** On a serial line, as in the catalogue; `text`, label and terminator, when left out. */
    readonly speaks?: ScannerSpeaks;
  } | null;
  readonly printer: {
    readonly address: SerialAddress | TcpAddress | UsbAddress;
    readonly model: PrinterModel;
    /** Where the drawer's wiring is not the model's usual one. */
    readonly drawerOpenWhenPin3?: "high" | "low" | undefined;
    readonly drawerPulse?: DrawerPulse | undefined;
  } | null;
  /** A drawer with a line of its own; it hangs on the printer when left out. */
  readonly drawer?: DrawerConfiguration | null;
  readonly display?: DisplayConfiguration | null;
  readonly scale?: ScaleConfiguration | null;
}

export interface ScaleConfiguration {
  readonly address: SerialAddress;
  readonly language: ScaleLanguage;
  readonly product: Product;
}

export interface DrawerConfiguration {
  readonly address: SerialAddress | HidAddress;
  readonly product: Product;
  readonly driver: () => Driver<DrawerCommand, DrawerSignal>;
}

export interface DisplayConfiguration {
  /** `behind-printer`: on the printer's second plug, spoken to through the printer. */
  readonly address: SerialAddress | "behind-printer";
  readonly language: DisplayLanguage;
}

/** Devices whose health the screen shows and no fact records: a sale never waits for them. */
export type Peripheral = "display" | "drawer" | "scale";
export const peripherals = ["display", "drawer", "scale"] as const satisfies readonly Peripheral[];

export interface DeviceParts {
  readonly clock: Clock;
  onScanner(signal: ScannerSignal): void;
  onPrinter(signal: PrinterSignal): void;
  /** Of a drawer with a line of its own. */
  onDrawer?(signal: DrawerSignal): void;
  onScale?(signal: ScaleSignal): void;
  /** Told at each change; every device begins as `absent`. */
  onHealth(device: "scanner" | "printer", health: Health): void;
  onPeripheral?(device: Peripheral, health: Health): void;
  log(line: string): void;
  /** How links are opened; a supervised child process by default, a memory in a simulation. */
  readonly openLink?: OpenLink;
  /** Tells what is plugged in; the same child process by default, nobody in a simulation. */
  readonly watch?: WatchAddress | undefined;
  /** Two devices at one address are one device, which one of them gets; see `openDevices`. */
  readonly deviceAt?: ((address: LinkAddress) => SharedDevice) | undefined;
}

export interface Devices {
  /** Every print ends in one signal, every kick too; without a device for it at once. */
  obey(command: PrinterCommand): void;
  /** Asks the scale for one weight; ends in one signal, without a scale at once. */
  weigh(readId: string): void;
  /**
   * Whether scans are of use: a scanner that can be told so is deaf while they are not. One that
   * cannot goes on, and what it reads is refused by the till.
   */
  listen(isWanted: boolean): void;
  /** The till has refused what was read: the scanner sounds it, where it knows how. */
  refuseScan(): void;
  /** To the customer, as soon as there is a display to show it. */
  show(picture: DisplayCommand): void;
  /** What each device did so far, for a technician. */
  diagnose(): Diagnosis;
  /** Hands back unfinished work as signals; resolves when no device is held any more. */
  close(): Promise<void>;
}

/** Opens the counter's devices and keeps them: unplugged, they are looked for until `close`. */
export function openDevices(configuration: DeviceConfiguration, given: DeviceParts): Devices {
  const host = new DeviceProcessHost(given); // starts no process before its first link
  const watch = given.openLink === undefined ? host.watch : given.watch;
  const parts: DeviceParts = { ...given, watch, deviceAt: sharedDevices() };
  const openLink = parts.openLink ?? host.openLink;
  const scanner = scannerSlot(configuration, parts, openLink);
  const pair = pairSlot(configuration, parts, openLink);
  const printer = pair ?? printerSlot(configuration, parts, openLink);
  const display = pair ?? displaySlot(configuration, parts, openLink);
  const drawer = drawerSlot(configuration, parts, openLink);
  const scale = scaleSlot(configuration, parts, openLink);
  const slots = new Set([scanner, printer, display, drawer, scale].filter((slot) => slot !== null));
  for (const slot of slots) slot.start();
  return {
    obey(command) {
      if (drawer !== null && command.type === "openDrawer") drawer.obey(command);
      else if (printer === null) parts.onPrinter(refusal(command));
      else printer.obey(command);
    },
    weigh(readId) {
      if (scale !== null) scale.obey({ type: "readWeight", readId });
      else parts.onScale?.({ type: "WeightError", readId, reason: "no-answer" });
    },
    listen: (isWanted) => scanner?.setEnabled(isWanted),
    refuseScan: () => scanner?.obey({ type: "refuse" }),
    show: (picture) => display?.obey(picture),
    diagnose: () => ({
      at: parts.clock.wall(),
      process: host.diagnosis,
      devices: [...slots].map((slot) => slot.diagnosis),
    }),
    async close() {
      for (const slot of slots) slot.close();
      await host.stop();
    },
  };
}

/** Which devices are one and the same, by where they are, not by how fast they are spoken to. */
function sharedDevices(): (address: LinkAddress) => SharedDevice {
  const known = new Map<string, SharedDevice>();
  return (address) => {
    const where = JSON.stringify(address.link === "serial" ? address.path : address);
    const device = known.get(where) ?? new SharedDevice();
    known.set(where, device);
    return device;
  };
}
