import type { Entry } from "./fact.ts";
import type { DeviceInput } from "./input.ts";
import { type Decision, happened, nothing, type Terminal } from "./terminal.ts";

/** The health of the devices, as facts: a shift's log shows when the printer was out of paper. */

export function evolveDevice(t: Terminal, { fact }: Entry): Terminal {
  switch (fact.type) {
    case "device.faulted":
      return { ...t, troubles: { ...t.troubles, [fact.device]: fact.reason } };
    case "device.ready":
    case "device.lost":
      return { ...t, troubles: { ...t.troubles, [fact.device]: null } };
    default:
      return t;
  }
}

export function decideHealth(
  t: Terminal,
  input: Extract<DeviceInput, { type: "deviceHealth" }>,
): Decision {
  const { device, health, reason } = input;
  const isKnown = t.chart[device] === health;
  if (health === "faulted") {
    return isKnown && t.troubles[device] === reason
      ? nothing
      : happened({ type: "device.faulted", device, reason });
  }
  if (isKnown) return nothing;
  return happened({ type: health === "ready" ? "device.ready" : "device.lost", device });
}
