import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { SerialAddress } from "#drivers/links/message.ts";
import { type Look, openPluggedDevice } from "#drivers/links/plugged-device.ts";
import { openSerialLink } from "#drivers/links/serial-link.ts";

export interface SerialDeviceParts {
  readonly look: Look;
  readonly open: (path: string, address: SerialAddress, events: LinkEvents) => Link;
}

/** Opens a serial port by its path, or the one that a device has at this moment. */
export function openSerialDevice(
  address: SerialAddress,
  events: LinkEvents,
  { look, open }: SerialDeviceParts,
): Link {
  if (typeof address.path === "string") return open(address.path, address, events);
  return openPluggedDevice(address, events, {
    look,
    open: (node, told) => open(node, address, told),
  });
}

export const serialPort: SerialDeviceParts["open"] = (path, address, events) =>
  openSerialLink({ ...address, path }, events);
