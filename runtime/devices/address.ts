import type { HidAddress, SerialAddress, TcpAddress } from "#drivers/links/message.ts";
import { CodedError } from "#state/base/coded-error.ts";

/** Usage page of bar code scanners (HID usage tables, page 8Ch). */
const scannerPage = 0x8c;
const printerPort = 9100;

/**
 * Where a scanner is: `/dev/ttyACM0` or `COM3`, or `hid:VENDOR:PRODUCT[:SERIAL]` in hex.
 *
 * @param baudRate for a serial port
 * @throws CodedError `host/bad-address`
 */
export function scannerAddress(text: string, baudRate: number): SerialAddress | HidAddress {
  if (!text.startsWith("hid:")) return serialAddress(text, baudRate);
  const parts = /^hid:([0-9a-f]{4}):([0-9a-f]{4})(?::(.{1,64}))?$/i.exec(text);
  if (parts === null) throw badAddress(text);
  const [, vendor = "", product = "", serialNumber] = parts;
  return {
    link: "hid",
    vendorId: Number.parseInt(vendor, 16),
    productId: Number.parseInt(product, 16),
    usagePage: scannerPage,
    ...(serialNumber === undefined ? {} : { serialNumber }),
  };
}

/**
 * Where a printer is: a serial port, or `tcp:HOST[:PORT]`, port 9100 when left out.
 *
 * @throws CodedError `host/bad-address`
 */
export function printerAddress(text: string, baudRate: number): SerialAddress | TcpAddress {
  if (!text.startsWith("tcp:")) return serialAddress(text, baudRate);
  const parts = /^tcp:(\[[0-9a-f:]+\]|[\w.-]+)(?::(\d{1,5}))?$/i.exec(text);
  const port = Number(parts?.[2] ?? printerPort);
  if (parts?.[1] === undefined || port < 1 || port > 65_535) throw badAddress(text);
  return { link: "tcp", host: parts[1].replace(/^\[|\]$/g, ""), port };
}

/**
 * A serial port, as displays, drawers and scales have.
 *
 * @throws CodedError `host/bad-address`
 */
export function serialAddress(path: string, baudRate: number): SerialAddress {
  if (path === "" || !Number.isInteger(baudRate) || baudRate <= 0) throw badAddress(path);
  return { link: "serial", path, baudRate };
}

function badAddress(text: string): CodedError {
  return new CodedError("host/bad-address", {
    what: `“${text}” is no address of a device`,
    fix: "Use /dev/ttyACM0, hid:0c2e:0b61 (a scanner) or tcp:192.0.2.7:9100 (a printer).",
  });
}
