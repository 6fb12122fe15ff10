import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ListingRoots } from "#drivers/links/listing.ts";
import { fromHex } from "#test/support/hex.ts";

export interface FakeUsb {
  /** Bus and sockets, such as `1-1.4`. */
  readonly port: string;
  readonly vendor: string;
  readonly product: string;
  readonly serial?: string;
  readonly title?: string;
  /** Class of interface 0, two hex digits; default `ff`. */
  readonly interfaceClass?: string;
  /** `ttyACM0` or `hidraw0` when a driver holds it. */
  readonly node?: string;
  /** Report descriptor of a HID device. */
  readonly descriptor?: string;
}

/** A tree shaped like Linux's `/sys` and `/dev`, links and all. */
export class FakeSysfs {
  readonly roots: ListingRoots;
  #numbers = 0;

  constructor(folder: string) {
    this.roots = { sys: join(folder, "sys"), dev: join(folder, "dev") };
    mkdirSync(join(this.roots.sys, "bus/usb/devices"), { recursive: true });
    mkdirSync(join(this.roots.sys, "class/tty"), { recursive: true });
    mkdirSync(join(this.roots.sys, "class/hidraw"), { recursive: true });
    this.#write("dev/bus/usb/.keep", "");
  }

  plug(usb: FakeUsb): void {
    this.#numbers += 1;
    const folder = `sys/devices/pci0000:00/0000:00:14.0/usb1/${usb.port}`;
    const [maker = "", ...product] = (usb.title ?? "").split(" ");
    const files = {
      idVendor: usb.vendor,
      idProduct: usb.product,
      bDeviceClass: "00",
      busnum: "1",
      devnum: String(this.#numbers),
      ...(usb.serial === undefined ? {} : { serial: usb.serial }),
      ...(usb.title === undefined ? {} : { manufacturer: maker, product: product.join(" ") }),
      [`${usb.port}:1.0/bInterfaceClass`]: usb.interfaceClass ?? "ff",
    };
    for (const [name, text] of Object.entries(files)) this.#write(`${folder}/${name}`, `${text}\n`);
    this.#link(`sys/bus/usb/devices/${usb.port}`, folder);
    this.#write(`dev/bus/usb/001/${String(this.#numbers).padStart(3, "0")}`, "");
    if (usb.node !== undefined) this.#hold(usb.node, `${folder}/${usb.port}:1.0`, usb);
  }

  unplug(usb: FakeUsb): void {
    const paths = [`sys/devices/pci0000:00/0000:00:14.0/usb1/${usb.port}`];
    if (usb.node !== undefined) {
      const kind = usb.node.startsWith("tty") ? "tty" : "hidraw";
      paths.push(`sys/class/${kind}/${usb.node}`, `dev/${usb.node}`);
    }
    paths.push(`sys/bus/usb/devices/${usb.port}`);
    for (const path of paths) rmSync(this.#at(path), { recursive: true, force: true });
  }

  /** A port of the machine itself. @param type of its chip; 0 is a port that is not there */
  addPort(name: string, type: number): void {
    const device = `sys/devices/pnp0/00:0${name.slice(-1)}`;
    this.#write(`${device}/tty/${name}/type`, `${type}\n`);
    this.#write(`${device}/tty/${name}/port`, "0x3F8\n");
    this.#link(`${device}/tty/${name}/device`, device);
    this.#link(`sys/class/tty/${name}`, `${device}/tty/${name}`);
    this.#write(`dev/${name}`, "");
  }

  #hold(node: string, folder: string, { vendor, product, descriptor }: FakeUsb): void {
    const isTty = node.startsWith("tty");
    const device = isTty ? folder : `${folder}/0003:${vendor}:${product}.0001`;
    const entry = `${device}/${isTty ? "tty" : "hidraw"}/${node}`;
    this.#write(`${entry}/dev`, "166:0\n");
    if (descriptor !== undefined) {
      this.#write(`${device}/report_descriptor`, fromHex(descriptor));
    }
    this.#link(`${entry}/device`, device);
    this.#link(`sys/class/${isTty ? "tty" : "hidraw"}/${node}`, entry);
    this.#write(`dev/${node}`, "");
  }

  #write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.#at(path)), { recursive: true });
    writeFileSync(this.#at(path), content);
  }

  #link(path: string, target: string): void {
    symlinkSync(this.#at(target), this.#at(path));
  }

  #at(path: string): string {
    return join(dirname(this.roots.sys), path);
  }
}

/** As a Honeywell in HID-POS mode says it: usage page 8C, usage 02, one application collection. */
export const posDescriptor = "05 8c 09 02 a1 01 85 02 15 00 26 ff 00 75 08 95 3f 09 ff 81 02 c0";
