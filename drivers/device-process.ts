/**
 * The child process that holds the native bindings. A hot unplug may abort a binding and its
 * process with it; here that costs the links a moment, never the till. Started by the runtime with
 * `serialization: "advanced"`, so that bytes travel as bytes.
 */
import { openHidLink } from "#drivers/links/hid-link.ts";
import type { OpenLink } from "#drivers/links/link.ts";
import { LinkTable } from "#drivers/links/link-table.ts";
import type { FromDevices, ToDevices } from "#drivers/links/message.ts";
import { openSerialLink } from "#drivers/links/serial-link.ts";
import { openTcpLink } from "#drivers/links/tcp-link.ts";
import { openUsbLink } from "#drivers/links/usb-link.ts";

/** Within what the till gives us to go; then it, or nobody, kills us. */
const LET_GO_WITHIN_MS = 1500;

function tell(message: FromDevices): void {
  if (process.connected) process.send?.(message);
}

const openLink: OpenLink = (address, events) => {
  switch (address.link) {
    case "serial":
      return openSerialLink(address, events);
    case "hid":
      return openHidLink(address, events);
    case "tcp":
      return openTcpLink(address, events);
    case "usb":
      return openUsbLink(address, events);
  }
};

const links = new LinkTable(openLink, tell);

process.on("message", (message: ToDevices) => links.obey(message));
// Devices are given back to the system's own drivers, also when the till has died.
const letGo = () => void links.closeAll(LET_GO_WITHIN_MS).then(() => process.exit(0));
process.on("disconnect", letGo);
// The till died between two of our messages: there is nobody left to tell.
process.on("error", letGo);
// These reach the whole group; the till closes its devices first and then lets go of us.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
