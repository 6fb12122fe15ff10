import type { LinkAddress } from "#drivers/links/message.ts";
import { unreachable } from "#state/base/assert.ts";

/** An address as a configuration writes it. */
export function addressText(address: LinkAddress): string {
  switch (address.link) {
    case "serial":
      return address.path;
    case "tcp":
      return `tcp:${address.host}:${address.port}`;
    case "hid":
      return `hid:${idsText(address)}`;
    case "usb": {
      const socket = address.portPath === undefined ? "" : `@${address.portPath}`;
      return `usb:${idsText(address)}${socket}`;
    }
    default:
      return unreachable(address);
  }
}

interface Ids {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string;
}

function idsText({ vendorId, productId, serialNumber }: Ids): string {
  const ids = [vendorId, productId].map((id) => id.toString(16).padStart(4, "0")).join(":");
  return serialNumber === undefined ? ids : `${ids}:${serialNumber}`;
}
