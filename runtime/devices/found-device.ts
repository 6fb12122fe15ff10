import type { Found } from "#drivers/discovery/found.ts";
import { knownDevices } from "#drivers/discovery/known-devices.ts";
import { match } from "#drivers/discovery/match.ts";
import type { Sighting } from "#drivers/discovery/sighting.ts";
import { udevRule } from "#drivers/discovery/udev-rule.ts";
import type { FoundDevice } from "#runtime/devices/diagnosis.ts";
import { withCode } from "#runtime/devices/link-trouble.ts";

/** What is plugged in at a slot's address, for the diagnosis. */
export function foundDevice({ node, device }: Sighting): FoundDevice {
  if (node === null || device === null) return null;
  const { identity, title } = device;
  const matched = match(device, knownDevices);
  if (matched.type !== "matched") return { node, identity, title, match: null };
  const { row, score, why } = matched;
  return { node, identity, title, match: { row: row.name, score, why: [...why] } };
}

/**
 * Why a link failed, with its code; where this user may not open the device, also the rule that
 * lets him.
 */
export function withRule(said: string, device: Found | null): string {
  const reason = withCode(said);
  if (device === null || device.isOpenToUs !== false) return reason;
  const rule = udevRule(device);
  // A port of the machine itself has no ids that a rule could go by; its group has to do.
  if (rule === null) return `${reason}: run \`sudo usermod -aG dialout $USER\`, and log in again`;
  if (reason.includes(rule)) return reason;
  return `${reason}: run \`sudo guitai doctor --fix-udev --install\`; the rule is ${rule}`;
}
