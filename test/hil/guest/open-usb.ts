/** Opens a USB link, says on one line what it was told first, and ends. */
import { argv } from "node:process";
import type { UsbAddress } from "#drivers/links/message.ts";
import { openUsbLink } from "#drivers/links/usb-link.ts";

const end = (text: string) => process.stdout.write(`${text}\n`, () => process.exit(0));

openUsbLink(JSON.parse(argv[2] ?? "{}") as UsbAddress, {
  opened: () => end("opened"),
  data: () => {},
  closed: (reason) => end(`closed ${reason}`),
});
