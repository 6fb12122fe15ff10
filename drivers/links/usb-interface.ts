import type { UsbAddress } from "#drivers/links/message.ts";
import type { UsbAlternate, UsbConfiguration } from "#drivers/links/usb-binding.ts";

/** The part of a device that a link talks to. */
export interface ChosenInterface {
  readonly configurationValue: number;
  readonly interfaceNumber: number;
  readonly alternateSetting: number;
  /** Null where the device only listens: printer class, protocol 01. */
  readonly in: Pipe | null;
  readonly out: Pipe | null;
}

export interface Pipe {
  readonly endpointNumber: number;
  readonly packetBytes: number;
}

const HID = 0x03;
const BOOT = 0x01;
const BOOT_KEYBOARD = 0x01;
const PRINTER = 0x07;
const IEEE_1284_4 = 0x03;
const VENDOR_SPECIFIC = 0xff;
/**
 * Makers whose older printers say `vendor specific` and speak the printer class none the less.
 * Nobody else's are guessed at: what a receipt's bytes do to another protocol is not known.
 * Source: Linux `usblp`, its quirk for 04b8:0202.
 */
const QUIET_PRINTER_VENDORS: readonly number[] = [0x04b8];

/**
 * The interface that serves, and of its alternate settings the one that says most: a printer that
 * also answers before one that only listens. Null when the device has none such.
 *
 * Source: USB printer class 1.1, section 4.2; HID 1.11, sections 4.2 and 4.3.
 */
export function chooseInterface(
  { vendorId, serves }: Pick<UsbAddress, "vendorId" | "serves">,
  { configurationValue, interfaces }: UsbConfiguration,
): ChosenInterface | null {
  const worth = serves === "keyboard" ? worthAsKeyboard : worthAsPrinter;
  const [best] = interfaces
    .flatMap(({ interfaceNumber, alternates }) =>
      alternates.map((alternate) => ({
        interfaceNumber,
        alternate,
        worth: worth(alternate, vendorId),
      })),
    )
    .filter((each) => each.worth > 0)
    .toSorted((a, b) => b.worth - a.worth);
  if (best === undefined) return null;
  const type = serves === "keyboard" ? "interrupt" : "bulk";
  return {
    configurationValue,
    interfaceNumber: best.interfaceNumber,
    alternateSetting: best.alternate.alternateSetting,
    in: pipe(best.alternate, "in", type),
    out: serves === "keyboard" ? null : pipe(best.alternate, "out", type),
  };
}

function worthAsKeyboard(alternate: UsbAlternate): number {
  const { interfaceClass, interfaceSubclass, interfaceProtocol } = alternate;
  const isKeyboard =
    interfaceClass === HID && interfaceSubclass === BOOT && interfaceProtocol === BOOT_KEYBOARD;
  return isKeyboard && pipe(alternate, "in", "interrupt") !== null ? 1 : 0;
}

function worthAsPrinter(alternate: UsbAlternate, vendorId: number): number {
  const { interfaceClass, interfaceProtocol } = alternate;
  if (pipe(alternate, "out", "bulk") === null) return 0;
  const answers = pipe(alternate, "in", "bulk") !== null;
  if (interfaceClass === PRINTER) {
    // IEEE 1284.4 wraps everything in packets of its own, which no driver here speaks.
    if (interfaceProtocol === IEEE_1284_4) return 0;
    return answers ? 4 : 3;
  }
  const isQuiet = interfaceClass === VENDOR_SPECIFIC && QUIET_PRINTER_VENDORS.includes(vendorId);
  return isQuiet ? (answers ? 2 : 1) : 0;
}

function pipe({ endpoints }: UsbAlternate, direction: "in" | "out", type: string): Pipe | null {
  const found = endpoints.find((each) => each.direction === direction && each.type === type);
  if (found === undefined) return null;
  return { endpointNumber: found.endpointNumber, packetBytes: found.packetSize };
}
