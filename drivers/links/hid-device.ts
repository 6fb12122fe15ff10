import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { HidAddress } from "#drivers/links/message.ts";
import {
  ambiguous,
  closedAtOnce,
  type Look,
  openPluggedDevice,
} from "#drivers/links/plugged-device.ts";

export interface HidDeviceParts {
  readonly look: Look;
  readonly open: (address: HidAddress, events: LinkEvents) => Link;
}

/**
 * Opens the one HID device that fits. Of two that do neither is opened: the till would hear one of
 * them, and after a replug perhaps the other. A socket is known where the system lists it; else the
 * binding finds the device by its ids.
 */
export function openHidDevice(
  address: HidAddress,
  events: LinkEvents,
  { look, open }: HidDeviceParts,
): Link {
  if (address.portPath !== undefined) {
    return openPluggedDevice(address, events, {
      look,
      open: (path, told) => open({ ...address, path }, told),
    });
  }
  const { alike } = look(address);
  if (alike.length > 0) return closedAtOnce(events, ambiguous(alike).message);
  return open(address, events);
}
