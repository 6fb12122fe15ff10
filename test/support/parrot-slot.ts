import type { Sighting } from "#drivers/discovery/sighting.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import { type DeviceClass, plainClass } from "#drivers/upos/device-class.ts";
import { success, uposError } from "#drivers/upos/error.ts";
import type { SharedDevice } from "#drivers/upos/shared-device.ts";
import { Slot } from "#runtime/devices/slot.ts";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import { type Millis, millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { memoryLinks } from "#test/support/memory-link.ts";

type Signal = { readonly type: "ready" | "trouble" | "silent" | "woken" | "handed back" };

/** Says hello when it opens, is woken after a second, and speaks three words. */
class Parrot implements Driver<string, Signal> {
  deadline: Millis | null = null;
  readonly opened: number[] = [];

  open(now: Millis): Output<Signal> {
    this.opened.push(now);
    this.deadline = millis(now + 1000);
    return { writes: [fromHex("05")], signals: [] };
  }

  receive(bytes: Uint8Array): Output<Signal> {
    const words: Record<string, Signal["type"]> = {
      "01": "ready",
      "02": "trouble",
      "03": "silent",
    };
    const type = words[toHex(bytes)];
    return { writes: [], signals: type === undefined ? [] : [{ type }] };
  }

  obey(command: string): Output<Signal> {
    return { writes: [fromHex(command)], signals: [] };
  }

  wake(): Output<Signal> {
    this.deadline = null;
    return { writes: [], signals: [{ type: "woken" }] };
  }

  close(): Output<Signal> {
    this.deadline = null;
    return { writes: [], signals: [{ type: "handed back" }] };
  }
}

/** A scanner of a kind: it reads `woken`, and is commanded to no end. */
const parrotClass: DeviceClass<string, Signal> = {
  ...plainClass,
  ...{ name: "Scanner", sharing: "exclusive", statusNames: { SQUAWK: 900 } },
  statistics: ["GoodScanCount"],
  isDirectIO: (command) => command === "0b",
  meaningsOf({ type }) {
    if (type === "woken") return [{ type: "input", counts: { GoodScanCount: 1 } }];
    const hardware = type === "trouble" ? uposError("E_OFFLINE") : success;
    const statuses = type === "trouble" ? [900] : [];
    return [{ type: "status", statuses, properties: {}, hardware }];
  },
};

/** A slot that keeps a parrot, on links in memory. */
export function slotOf(healthWhenOpen: "ready" | "absent" = "absent", device?: SharedDevice) {
  const clock = new HandWoundClock();
  const { links, openLink } = memoryLinks();
  const told: string[] = [];
  const lines: string[] = [];
  let see: (sighting: Sighting) => void = () => {};
  const healthOf = { ready: "ready", trouble: "faulted", silent: "absent" } as const;
  const slot = new Slot<string, Signal>({
    name: "parrot",
    product: { row: "parrot", title: "Ara parrot" },
    address: { link: "serial", path: "/dev/ttyACM0", baudRate: 9600 },
    watch: (_, seen) => {
      see = seen;
      return () => told.push("watched no more");
    },
    driver: new Parrot(),
    deviceClass: parrotClass,
    device,
    openLink,
    clock,
    healthWhenOpen,
    healthIn: ({ type }) => (type in healthOf ? healthOf[type as keyof typeof healthOf] : null),
    statusIn: ({ type }) => (type in healthOf ? { mood: type } : null),
    onSignal: ({ type }) => told.push(type),
    onHealth: (health) => told.push(`health ${health}`),
    log: (line) => lines.push(line),
  });
  slot.start();
  return { clock, links, told, lines, slot, see: (sighting: Sighting) => see(sighting) };
}

/** As a listing would show it. */
export function parrotAt(mark: string, isOpenToUs = true): Sighting {
  const usb = { vendor: "05f9", product: "4204" };
  const where = { node: "/dev/ttyACM0", portPath: "1-2", isOpenToUs };
  const device = {
    ...where,
    usb,
    kind: "serial",
    identity: "usb:05f9:4204:S1",
    serial: "S1",
  } as const;
  const found = { ...device, title: "Ara parrot", interfaceClasses: [2], usages: [] };
  return { node: where.node, device: found, alike: [], mark };
}
