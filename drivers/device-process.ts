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
  }
};

const links = new LinkTable(openLink, tell);

process.on("message", (message: ToDevices) => links.obey(message));
process.on("disconnect", () => process.exit(0));
// The till died between two of our messages: there is nobody left to tell.
process.on("error", () => process.exit(0));
// Ctrl-C reaches the whole group; the till closes its devices first and then lets go of us.
process.on("SIGINT", () => {});
