import { CoilGuard } from "#drivers/drawers/coil-guard.ts";
import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import type { OpenLink } from "#drivers/links/link.ts";
import { cashDrawer } from "#drivers/upos/cash-drawer.ts";
import type { DeviceConfiguration, DeviceParts } from "#runtime/devices/devices.ts";
import { Slot } from "#runtime/devices/slot.ts";

/** A drawer with a line of its own; null where it hangs on the printer. */
export function drawerSlot({ drawer }: DeviceConfiguration, parts: DeviceParts, link: OpenLink) {
  if (drawer == null) return null;
  return new Slot<DrawerCommand, DrawerSignal>({
    name: "drawer",
    address: drawer.address,
    product: drawer.product,
    driver: new CoilGuard(drawer.driver()),
    openLink: link,
    watch: parts.watch,
    deviceClass: cashDrawer,
    device: parts.deviceAt?.(drawer.address),
    clock: parts.clock,
    healthWhenOpen: "ready",
    healthIn: () => null,
    statusIn: (signal) =>
      signal.type === "DrawerSensed" ? { drawer: signal.open ? "open" : "closed" } : null,
    onSignal: (signal) => parts.onDrawer?.(signal),
    onHealth: (health) => parts.onPeripheral?.("drawer", health),
    log: parts.log,
  });
}
