import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `/dev/ttyACM0` of the device with that serial number, through sysfs; null when there is none. */
export function ttyOf(serial: string): string | null {
  return nodeOf("/sys/class/tty", /^ttyACM/, serial, "/dev");
}

/** `/dev/usb/lp1` likewise. */
export function lpOf(serial: string): string | null {
  return nodeOf("/sys/class/usbmisc", /^lp/, serial, "/dev/usb");
}

/** `/dev/input/event1` of the keyboard with that serial number; null when the kernel has none. */
export function eventNodeOf(serial: string): string | null {
  const folder = "/sys/class/input";
  if (!existsSync(folder)) return null;
  const name = readdirSync(folder).find(
    (each) => each.startsWith("event") && readOrNull(`${folder}/${each}/device/uniq`) === serial,
  );
  const path = `/dev/input/${name}`;
  return name !== undefined && existsSync(path) ? path : null;
}

function nodeOf(folder: string, names: RegExp, serial: string, nodes: string): string | null {
  if (!existsSync(folder)) return null;
  for (const name of readdirSync(folder).filter((each) => names.test(each))) {
    // Joined by hand: `device` is a link, and only the kernel may resolve the `..` behind it.
    const file = `${folder}/${name}/device/../serial`;
    const path = join(nodes, name);
    if (readOrNull(file) === serial && existsSync(path)) return path;
  }
  return null;
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}
