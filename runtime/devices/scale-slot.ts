import type { OpenLink } from "#drivers/links/link.ts";
import { Scale } from "#drivers/scales/scale.ts";
import type { ScaleCommand, ScaleSignal } from "#drivers/scales/signal.ts";
import { scale as scaleClass } from "#drivers/upos/scale.ts";
import type { DeviceConfiguration, DeviceParts } from "#runtime/devices/devices.ts";
import { type Health, Slot } from "#runtime/devices/slot.ts";

/** A scale; it is asked when something is weighed, and what it says then is its health. */
export function scaleSlot({ scale }: DeviceConfiguration, parts: DeviceParts, link: OpenLink) {
  if (scale == null) return null;
  return new Slot<ScaleCommand, ScaleSignal>({
    name: "scale",
    address: scale.address,
    product: scale.product,
    driver: new Scale(scale.language),
    openLink: link,
    watch: parts.watch,
    deviceClass: scaleClass,
    device: parts.deviceAt?.(scale.address),
    clock: parts.clock,
    healthWhenOpen: "ready",
    healthIn,
    onSignal: (signal) => parts.onScale?.(signal),
    onHealth: (health) => parts.onPeripheral?.("scale", health),
    log: parts.log,
  });
}

function healthIn(signal: ScaleSignal): Health | null {
  if (signal.type === "Weight") return "ready";
  switch (signal.reason) {
    case "no-answer":
      return "absent";
    case "link-lost":
    case "superseded":
      return null;
    // It answers, be it with trouble: the trouble is the goods' and not the scale's.
    default:
      return "ready";
  }
}
