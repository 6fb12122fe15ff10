import { type Found, isKeyboard } from "#drivers/discovery/found.ts";

/** Before `73-seat-late.rules`, which acts on the tag `uaccess`. */
export const UDEV_RULES_FILE = "/etc/udev/rules.d/70-guitai.rules";

/** The group that owns serial ports on Debian and its kin; it needs no seat and no desktop. */
const GROUP = "dialout";

/**
 * The udev rule that lets this machine's till open a device; null where no rule helps, because the
 * device has no USB ids. Only hex digits from the device get into it.
 *
 * A keyboard is opened as the USB device that it is: through `hidraw` its keys would reach the
 * desktop as well.
 *
 * Source: udev(7); `ATTR` on the USB device itself, `ATTRS` on its children.
 */
export function udevRule(device: Pick<Found, "kind" | "usb" | "usages">): string | null {
  const { kind, usb } = device;
  if (usb === null) return null;
  const { vendor, product } = usb;
  const grant = `MODE="0660", GROUP="${GROUP}", TAG+="uaccess"`;
  if (kind === "usb" || isKeyboard(device)) {
    const ids = `ATTR{idVendor}=="${vendor}", ATTR{idProduct}=="${product}"`;
    return `SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ${ids}, ${grant}`;
  }
  const node = kind === "hid" ? 'KERNEL=="hidraw*"' : 'SUBSYSTEM=="tty"';
  return `${node}, ATTRS{idVendor}=="${vendor}", ATTRS{idProduct}=="${product}", ${grant}`;
}

/** A whole rules file, each rule once under the device's own name; ends with a line break. */
export function udevRules(devices: readonly Found[]): string {
  const lines = new Map<string, string>();
  for (const device of devices) {
    const rule = udevRule(device);
    if (rule !== null && !lines.has(rule)) lines.set(rule, `# ${commentOf(device)}`);
  }
  const body = [...lines].map(([rule, comment]) => `${comment}\n${rule}\n`).join("");
  return `# Guitai: the devices of this counter. Written by "guitai doctor --fix-udev".\n${body}`;
}

/** A device may call itself anything; a line break in it would end the comment. */
function commentOf({ title, usb }: Found): string {
  const plain = title.replace(/[^\x20-\x7e]+/g, " ").trim();
  return plain === "" ? `${usb?.vendor}:${usb?.product}` : plain;
}
