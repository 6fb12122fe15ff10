import type { LinkAddress, SerialDevice } from "#drivers/links/message.ts";
import { OEM_USAGE_PAGE } from "#drivers/wire/usb-oem.ts";
import { unreachable } from "#state/base/assert.ts";

/** An address as a configuration writes it. */
export function addressText(address: LinkAddress): string {
  switch (address.link) {
    case "serial":
      return typeof address.path === "string" ? address.path : deviceText(address.path);
    case "tcp":
      return `tcp:${address.host}:${address.port}`;
    case "hid":
      return `${address.usagePage === OEM_USAGE_PAGE ? "oem" : "hid"}:${idsText(address)}`;
    case "usb":
      return `usb:${idsText(address)}`;
    default:
      return unreachable(address);
  }
}

function deviceText(device: SerialDevice): string {
  const { vendorId, productId, portPath } = device;
  if (vendorId === undefined || productId === undefined) return `port:${portPath}`;
  return `serial:${idsText({ ...device, vendorId, productId })}`;
}

interface Ids {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string;
  readonly portPath?: string;
}

function idsText({ vendorId, productId, serialNumber, portPath }: Ids): string {
  const ids = [vendorId, productId].map((id) => id.toString(16).padStart(4, "0")).join(":");
  const serial = serialNumber === undefined ? "" : `:${serialNumber}`;
  return `${ids}${serial}${portPath === undefined ? "" : `@${portPath}`}`;
}
