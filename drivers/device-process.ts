/**
 * The child process that holds the native bindings. A hot unplug may abort a binding and its
 * process with it; here that costs the links a moment, never the till. Started by the runtime with
 * `serialization: "advanced"`, so that bytes travel as bytes.
 */
import { openHidDevice } from "#drivers/links/hid-device.ts";
import { openHidLink } from "#drivers/links/hid-link.ts";
import type { OpenLink } from "#drivers/links/link.ts";
import { LinkTable } from "#drivers/links/link-table.ts";
import { Lookout } from "#drivers/links/lookout.ts";
import type { FromDevices, LinkAddress, ToDevices } from "#drivers/links/message.ts";
import { openSerialDevice, serialPort } from "#drivers/links/serial-device.ts";
import { openTcpLink } from "#drivers/links/tcp-link.ts";
import { openUsbLink } from "#drivers/links/usb-link.ts";
import { WatchTable } from "#drivers/links/watch-table.ts";

/** Within what the till gives us to go; then it, or nobody, kills us. */
const LET_GO_WITHIN_MS = 1500;

function tell(message: FromDevices): void {
  if (process.connected) process.send?.(message);
}

const lookout = new Lookout();
const look = (address: LinkAddress) => lookout.look(address);

const openLink: OpenLink = (address, events) => {
  switch (address.link) {
    case "serial":
      return openSerialDevice(address, events, { look, open: serialPort });
    case "hid":
      return openHidDevice(address, events, { look, open: openHidLink });
    case "tcp":
      return openTcpLink(address, events);
    case "usb":
      return openUsbLink(address, events);
  }
};

const links = new LinkTable(openLink, tell);
const watches = new WatchTable(look, tell);

process.on("message", (message: ToDevices) => {
  if (message.type === "ping") tell({ type: "pong" });
  else if (message.type === "watch" || message.type === "unwatch") watches.obey(message);
  else links.obey(message);
});
// Devices are given back to the system's own drivers, also when the till has died.
const letGo = () => {
  watches.stop();
  void links.closeAll(LET_GO_WITHIN_MS).then(() => process.exit(0));
};
process.on("disconnect", letGo);
// The till died between two of our messages: there is nobody left to tell.
process.on("error", letGo);
// These reach the whole group; the till closes its devices first and then lets go of us.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
