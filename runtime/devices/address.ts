import type { HidAddress, SerialAddress, TcpAddress, UsbAddress } from "#drivers/links/message.ts";
import { POSIFLEX_USAGE_PAGE } from "#drivers/wire/drawers.ts";
import { USAGE_PAGE_SCANNER } from "#drivers/wire/hid-pos.ts";
import { OEM_HAND_SCANNER, OEM_TABLE_SCANNER, OEM_USAGE_PAGE } from "#drivers/wire/usb-oem.ts";
import { CodedError } from "#state/base/coded-error.ts";

const printerPort = 9100;
const oemScanners = [OEM_HAND_SCANNER, OEM_TABLE_SCANNER];

/**
 * Where a scanner is: `/dev/ttyACM0` or `COM3`; in hex `hid:VENDOR:PRODUCT` in HID-POS mode,
 * `oem:VENDOR:PRODUCT` in USB-OEM (IBM) mode, or for one that is a keyboard `wedge:VENDOR:PRODUCT`,
 * followed by `:SERIAL` or by its socket as in `@1-1.4`.
 *
 * @param baudRate for a serial port
 * @throws CodedError `host/bad-address`
 */
export function scannerAddress(
  text: string,
  baudRate: number,
): SerialAddress | HidAddress | UsbAddress {
  if (text.startsWith("wedge:")) return { link: "usb", ...usbIds(text), serves: "keyboard" };
  if (text.startsWith("hid:")) {
    return { link: "hid", ...usbIds(text), usagePage: USAGE_PAGE_SCANNER };
  }
  if (!text.startsWith("oem:")) return serialAddress(text, baudRate);
  return { link: "hid", ...usbIds(text), usagePage: OEM_USAGE_PAGE, usages: oemScanners };
}

/**
 * Where a printer is: a serial port, `tcp:HOST[:PORT]`, port 9100 when left out, or on USB
 * `usb:VENDOR:PRODUCT`, followed by `:SERIAL` or by its socket as in `@1-1.4`.
 *
 * @throws CodedError `host/bad-address`
 */
export function printerAddress(
  text: string,
  baudRate: number,
): SerialAddress | TcpAddress | UsbAddress {
  if (text.startsWith("usb:")) return { link: "usb", ...usbIds(text), serves: "printer" };
  if (text.startsWith("tcp:")) return tcpAddress(text);
  return serialAddress(text, baudRate);
}

/**
 * Where a drawer with a line of its own is: a serial port, or `hid:` as of a scanner.
 *
 * @param row how it is spoken to: the address must be of the same kind
 * @throws CodedError `host/bad-address`
 */
export function drawerAddress(
  text: string,
  row: { readonly link: "serial" | "hid"; readonly baudRate: number },
): SerialAddress | HidAddress {
  if (row.link === "hid" && text.startsWith("hid:")) {
    return { link: "hid", ...usbIds(text), usagePage: POSIFLEX_USAGE_PAGE };
  }
  const address = scannerAddress(text, row.baudRate || 9600);
  if (address.link !== "serial" || row.link !== "serial") throw badAddress(text);
  return address;
}

/** Which USB device, as `guitai doctor` tells its identity. */
type UsbIds = Pick<UsbAddress, "vendorId" | "productId" | "serialNumber" | "portPath">;

function usbIds(text: string): UsbIds {
  const pattern = /^[a-z]+:([0-9a-f]{4}):([0-9a-f]{4})(?::(.{1,64})|@(\d+-\d+(?:\.\d+)*))?$/i;
  const parts = pattern.exec(text);
  if (parts === null) throw badAddress(text);
  const [, vendor = "", product = "", serialNumber, portPath] = parts;
  return {
    vendorId: Number.parseInt(vendor, 16),
    productId: Number.parseInt(product, 16),
    ...(serialNumber === undefined ? {} : { serialNumber }),
    ...(portPath === undefined ? {} : { portPath }),
  };
}

function tcpAddress(text: string): TcpAddress {
  const parts = /^tcp:(\[[0-9a-f:]+\]|[\w.-]+)(?::(\d{1,5}))?$/i.exec(text);
  const port = Number(parts?.[2] ?? printerPort);
  if (parts?.[1] === undefined || port < 1 || port > 65_535) throw badAddress(text);
  return { link: "tcp", host: parts[1].replace(/^\[|\]$/g, ""), port };
}

/**
 * A serial port, as displays, drawers and scales have: `/dev/ttyACM0` or `COM3`, which is another
 * device's after a replug; or, which is the device whatever its port is called by then,
 * `serial:VENDOR:PRODUCT`, followed by `:SERIAL` or `@1-1.4`, or just its socket, `port:1-1.4`.
 *
 * @throws CodedError `host/bad-address`
 */
export function serialAddress(text: string, baudRate: number): SerialAddress {
  return { link: "serial", path: serialPath(text), baudRate };
}

function serialPath(text: string): SerialAddress["path"] {
  if (text.startsWith("serial:")) return usbIds(text);
  if (!text.startsWith("port:")) {
    if (!isPath(text)) throw badAddress(text);
    return text;
  }
  const portPath = text.slice("port:".length);
  if (portPath === "" || portPath.length > 128) throw badAddress(text);
  return { portPath };
}

/** What looks like another kind of address, or like nothing, is a slip of the hand. */
function isPath(text: string): boolean {
  if (/^[a-z]{2,}:/i.test(text)) return false;
  return /[/\\]/.test(text) || /^COM\d+$/i.test(text);
}

export function badAddress(text: string): CodedError {
  return new CodedError("host/bad-address", {
    what: `“${text}” is no address of a device`,
    fix:
      "Use /dev/ttyACM0, serial:05f9:4204 or port:1-1.4 (serial), hid:0c2e:0b61 (scanner), " +
      "usb:04b8:0e28 or tcp:192.0.2.7 (printer).",
  });
}
