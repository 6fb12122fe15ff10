import type { Sighting } from "#drivers/discovery/sighting.ts";
import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { LinkAddress, SerialAddress } from "#drivers/links/message.ts";
import { openSerialLink } from "#drivers/links/serial-link.ts";
import { CodedError } from "#state/base/coded-error.ts";

export interface SerialDeviceParts {
  readonly look: (address: LinkAddress) => Sighting;
  readonly open: (path: string, address: SerialAddress, events: LinkEvents) => Link;
}

const nowhere: Link = { write: () => {}, close: () => {} };

/**
 * Opens the serial port that a device has at this moment. Between looking and opening the device
 * may be pulled and another be given its number; so it is looked for again before `opened` is told,
 * and nothing is ever written to the other one.
 */
export function openSerialDevice(
  address: SerialAddress,
  events: LinkEvents,
  { look, open }: SerialDeviceParts,
): Link {
  if (typeof address.path === "string") return open(address.path, address, events);
  const { node, alike, mark } = look(address);
  if (node === null) {
    events.closed(alike.length > 0 ? ambiguous(alike).message : "no such serial device");
    return nowhere;
  }
  let isAnother = false;
  const link = open(node, address, {
    opened() {
      isAnother = look(address).mark !== mark;
      if (isAnother) link.close();
      else events.opened();
    },
    data: (bytes) => {
      if (!isAnother) events.data(bytes);
    },
    closed: (reason) => events.closed(isAnother ? "another device took the port" : reason),
  });
  return link;
}

export const serialPort: SerialDeviceParts["open"] = (path, address, events) =>
  openSerialLink({ ...address, path }, events);

function ambiguous(alike: readonly string[]): CodedError {
  return new CodedError("device/ambiguous", {
    what: `More than one device fits: ${alike.join(", ")}`,
    fix: "Add the serial number or the socket to its address.",
  });
}
