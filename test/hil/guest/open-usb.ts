/** Opens a USB link as another user, says on one line what it was told first, and ends. */
import { argv } from "node:process";
import type { UsbAddress } from "#drivers/links/message.ts";
import { driverInSysfs } from "#drivers/links/usb-claim.ts";
import { openUsbLink } from "#drivers/links/usb-link.ts";

const [, , address = "{}", uid = "0"] = argv;
const end = (text: string) => process.stdout.write(`${text}\n`, () => process.exit(0));

// That user may not read this folder: what it needs of it is here before.
const binding = await import("usb");
process.setgroups?.([]);
process.setgid?.(Number(uid));
process.setuid?.(Number(uid));
const events = {
  opened: () => end("opened"),
  data: () => {},
  closed: (reason: string | null) => end(`closed ${reason}`),
};
const parts = { load: async () => binding, driverOf: driverInSysfs };
openUsbLink(JSON.parse(address) as UsbAddress, events, parts);
