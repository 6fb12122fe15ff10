import { CustomerDisplay } from "#drivers/displays/customer-display.ts";
import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import type { OpenLink } from "#drivers/links/link.ts";
import { lineDisplay } from "#drivers/upos/line-display.ts";
import type { DeviceConfiguration, DeviceParts } from "#runtime/devices/devices.ts";
import { displayProduct } from "#runtime/devices/product.ts";
import { Slot } from "#runtime/devices/slot.ts";

/** A customer display on a line of its own. It never answers: an open line is all there is. */
export function displaySlot({ display }: DeviceConfiguration, parts: DeviceParts, link: OpenLink) {
  if (display == null || display.address === "behind-printer") return null;
  return new Slot<DisplayCommand, DisplaySignal>({
    name: "display",
    address: display.address,
    product: displayProduct(display.language),
    driver: new CustomerDisplay(display.language),
    openLink: link,
    watch: parts.watch,
    deviceClass: lineDisplay,
    device: parts.deviceAt?.(display.address),
    clock: parts.clock,
    healthWhenOpen: "ready",
    healthIn: () => null,
    onSignal: (signal) => parts.log(unshowable(signal)),
    onHealth: (health) => parts.onPeripheral?.("display", health),
    log: parts.log,
  });
}

export const unshowable = ({ reason }: DisplaySignal) =>
  `display: cannot show everything (${reason})`;
