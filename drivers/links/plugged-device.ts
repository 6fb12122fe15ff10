import type { Sighting } from "#drivers/discovery/sighting.ts";
import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { LinkAddress } from "#drivers/links/message.ts";
import { CodedError } from "#state/base/coded-error.ts";

export type Look = (address: LinkAddress) => Sighting;

const nowhere: Link = { write: () => {}, close: () => {} };

/** A link that never came to be. */
export function closedAtOnce(events: LinkEvents, reason: string): Link {
  events.closed(reason);
  return nowhere;
}

/**
 * Opens the file that a device has at this moment. Between looking and opening the device may be
 * pulled and another be given its number; so it is looked for again before `opened` is told, and
 * nothing is ever written to the other one.
 */
export function openPluggedDevice(
  address: LinkAddress,
  events: LinkEvents,
  { look, open }: { readonly look: Look; open(node: string, events: LinkEvents): Link },
): Link {
  const { node, alike, mark } = look(address);
  if (node === null) {
    const none = `no such ${address.link === "hid" ? "HID" : address.link} device`;
    return closedAtOnce(events, alike.length > 0 ? ambiguous(alike).message : none);
  }
  let isAnother = false;
  const link = open(node, {
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

export function ambiguous(alike: readonly string[]): CodedError {
  return new CodedError("device/ambiguous", {
    what: `More than one device fits: ${alike.join(", ")}`,
    fix: "Add the serial number or the socket to its address.",
  });
}
