import { accessSync, constants, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { type Found, isKeyboard } from "#drivers/discovery/found.ts";
import { topUsages } from "#drivers/discovery/report-descriptor.ts";

/**
 * What is plugged in, read from Linux's sysfs: no `udevadm`, no native binding, no rights needed.
 *
 * Source: Linux Documentation/ABI/stable/sysfs-bus-usb, sysfs-class-tty, sysfs-driver-hid.
 */
export interface ListingRoots {
  /** `/sys`, or a tree that a test made. */
  readonly sys: string;
  /** `/dev`, whose nodes are asked whether this user may open them. */
  readonly dev: string;
}

/** This machine's own. */
export const systemRoots: ListingRoots = { sys: "/sys", dev: "/dev" };
const HUB = 9; // USB class
const PRINTER = 7;

/** Every serial port, HID device and USB device. Empty where there is no sysfs; never throws. */
export function listDevices(roots: ListingRoots = systemRoots): readonly Found[] {
  const all = listFaces(roots);
  const taken = new Set(all.filter(({ kind }) => kind !== "usb").map(({ portPath }) => portPath));
  // What has a port or a HID node is reached by that; a printer beside it is not.
  return all.filter(
    ({ kind, portPath, interfaceClasses }) =>
      kind !== "usb" || !taken.has(portPath) || interfaceClasses.includes(PRINTER),
  );
}

/** The same, and each USB device as such besides: some are driven past their port or node. */
export function listFaces(roots: ListingRoots): readonly Found[] {
  const ports = entriesOf(join(roots.sys, "class/tty")).flatMap((name) => serialPort(roots, name));
  const hids = entriesOf(join(roots.sys, "class/hidraw")).flatMap((name) => hidraw(roots, name));
  const others = entriesOf(join(roots.sys, "bus/usb/devices")).flatMap((name) =>
    usbDevice(roots, name),
  );
  return tellTwinsApart([...ports, ...hids, ...others]);
}

function serialPort(roots: ListingRoots, name: string): Found[] {
  const place = join(roots.sys, "class/tty", name);
  const device = resolved(join(place, "device"));
  // Consoles and pseudo-terminals have no device; type 0 is a port that the board left out.
  if (device === null || textOf(join(place, "type")) === "0") return [];
  const usb = usbAbove(roots, device);
  const address = textOf(join(place, "port")); // parts ports that share one controller
  const own = relative(join(roots.sys, "devices"), device);
  const port = address === "" ? own : `${own} ${address}`;
  return [describe({ kind: "serial", node: join(roots.dev, name), usb, port })];
}

function hidraw(roots: ListingRoots, name: string): Found[] {
  const device = resolved(join(roots.sys, "class/hidraw", name, "device"));
  if (device === null) return [];
  const usb = usbAbove(roots, device);
  const port = relative(join(roots.sys, "devices"), device);
  const usages = topUsages(bytesOf(join(device, "report_descriptor")));
  const hasOwnNode = usb === null || !isKeyboard({ usages });
  const node = hasOwnNode ? join(roots.dev, name) : usbNode(roots, usb);
  return [{ ...describe({ kind: "hid", node, usb, port }), usages }];
}

function usbDevice(roots: ListingRoots, name: string): Found[] {
  const usb = resolved(join(roots.sys, "bus/usb/devices", name));
  if (usb === null || textOf(join(usb, "idVendor")) === "") return [];
  if (hexOf(join(usb, "bDeviceClass")) === HUB) return [];
  return [describe({ kind: "usb", node: usbNode(roots, usb), usb, port: name })];
}

/** By which a link opens the device itself; so it does with keyboards. */
function usbNode({ dev }: ListingRoots, usb: string): string {
  const [bus, device] = ["busnum", "devnum"].map((each) =>
    textOf(join(usb, each)).padStart(3, "0"),
  );
  return join(dev, "bus/usb", String(bus), String(device));
}

interface Sighting {
  readonly kind: Found["kind"];
  readonly node: string;
  /** The folder of the USB device above it. */
  readonly usb: string | null;
  /** Where it is, when there is no USB. */
  readonly port: string;
}

function describe({ kind, node, usb, port }: Sighting): Found {
  const isOpenToUs = mayOpen(node);
  const common = { kind, node, isOpenToUs, usages: [] };
  if (usb === null) {
    const nothing = { usb: null, serial: null, title: "", interfaceClasses: [] };
    return { ...common, ...nothing, identity: `port:${port}`, portPath: port };
  }
  const text = (name: string) => textOf(join(usb, name));
  const ids = { vendor: text("idVendor"), product: text("idProduct") };
  const serial = text("serial") === "" ? null : text("serial");
  const portPath = basename(usb);
  return {
    ...common,
    usb: ids,
    serial,
    title: `${text("manufacturer")} ${text("product")}`.trim(),
    portPath,
    identity: `usb:${ids.vendor}:${ids.product}${serial === null ? `@${portPath}` : `:${serial}`}`,
    interfaceClasses: entriesOf(usb)
      .filter((name) => name.startsWith(`${portPath}:`))
      .map((name) => hexOf(join(usb, name, "bInterfaceClass"))),
  };
}

/** Cheap makers give every piece the same serial number; then the port tells two of them apart. */
function tellTwinsApart(found: readonly Found[]): readonly Found[] {
  const places = new Map<string, Set<string>>();
  for (const { identity, portPath } of found) {
    places.set(identity, (places.get(identity) ?? new Set()).add(portPath));
  }
  return found.map((each) => {
    const isTwin = (places.get(each.identity)?.size ?? 0) > 1 && each.usb !== null;
    if (!isTwin) return each;
    const { vendor, product } = each.usb ?? { vendor: "", product: "" };
    return { ...each, identity: `usb:${vendor}:${product}@${each.portPath}` };
  });
}

/** The nearest folder above that is a USB device; null before the top of the tree. */
function usbAbove({ sys }: ListingRoots, device: string): string | null {
  const top = resolved(sys) ?? sys;
  for (let at = device; at.startsWith(`${top}/`); at = dirname(at)) {
    if (textOf(join(at, "idVendor")) !== "") return at;
  }
  return null;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** Devices vanish between two reads; then there is nothing to read. */
function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}

const textOf = (file: string) => new TextDecoder().decode(bytesOf(file)).trim();

const hexOf = (file: string) => Number.parseInt(textOf(file), 16);

function resolved(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function mayOpen(node: string): boolean | null {
  try {
    accessSync(node, constants.F_OK);
  } catch {
    return null;
  }
  try {
    accessSync(node, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
