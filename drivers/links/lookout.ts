import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Found } from "#drivers/discovery/found.ts";
import { devicesAt, nothingThere, type Sighting } from "#drivers/discovery/sighting.ts";
import { type ListingRoots, listFaces, systemRoots } from "#drivers/links/listing.ts";
import type { LinkAddress } from "#drivers/links/message.ts";

/**
 * Says what is at an address. A whole listing costs some hundred reads, and a USB device that is
 * being enumerated delays them; so the listing is made anew only when a glance at the names, the
 * bus numbers and the device files shows a difference.
 */
export class Lookout {
  readonly #roots: ListingRoots;
  #glance = "";
  #listing: readonly Found[] = [];

  constructor(roots: ListingRoots = systemRoots) {
    this.#roots = roots;
  }

  look(address: LinkAddress): Sighting {
    const listing = this.#list();
    if (address.link === "serial" && typeof address.path === "string") {
      return atPath(address.path, listing);
    }
    const [device, ...others] = devicesAt(address, listing);
    if (device === undefined) return nothingThere;
    // A HID device may show several interfaces of one usage page: its first is as good as any.
    const isOne = address.link === "hid" && others.every((each) => isBeside(each, device));
    if (others.length > 0 && !isOne) {
      const alike = [device, ...others].map(({ identity }) => identity);
      return { ...nothingThere, alike, mark: alike.join(" ") };
    }
    return sightingOf(device.node, device);
  }

  #list(): readonly Found[] {
    const glance = glanceAt(this.#roots, this.#listing);
    if (glance === this.#glance) return this.#listing;
    this.#listing = listFaces(this.#roots);
    // Of the new listing's files: the next difference is one to what was just read.
    this.#glance = glanceAt(this.#roots, this.#listing);
    return this.#listing;
  }
}

const isBeside = (one: Found, another: Found) => one.portPath === another.portPath;

function glanceAt({ sys }: ListingRoots, listing: readonly Found[]): string {
  const [ttys, hids, usbs] = ["class/tty", "class/hidraw", "bus/usb/devices"].map((folder) =>
    namesIn(join(sys, folder)),
  );
  const numbers = usbs?.map((name) => textOf(join(sys, "bus/usb/devices", name, "devnum")));
  return JSON.stringify([ttys, hids, usbs, numbers, listing.map(({ node }) => markOf(node))]);
}

/** A path may be a link, such as `/dev/serial/by-id/…`: what it leads to counts. */
function atPath(path: string, listing: readonly Found[]): Sighting {
  let node: string;
  try {
    node = realpathSync(path);
  } catch {
    return nothingThere;
  }
  return sightingOf(node, listing.find((found) => found.node === node) ?? null);
}

function sightingOf(node: string | null, device: Found | null): Sighting {
  const mark = markOf(node);
  // A device may be in sysfs before its file is there; nothing can be opened then.
  if (mark === "") return nothingThere;
  return { node, device, alike: [], mark: `${device?.identity} ${mark}` };
}

/** A node that comes back has a new inode; the system's rules give it its rights a little later. */
function markOf(node: string | null): string {
  if (node === null) return "";
  try {
    const { dev, ino, rdev, mode, uid, gid } = statSync(node);
    return [node, dev, ino, rdev, mode, uid, gid].join(" ");
  } catch {
    return "";
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
