/**
 * The till's own links at the virtual USB devices, without a kernel: what they tell while somebody
 * does things to the cable. Under the test runner's fake time, for links wait in real time.
 */
import { vi } from "vitest";
import { openHidLink } from "#drivers/links/hid-link.ts";
import type { Link } from "#drivers/links/link.ts";
import type { HidAddress, UsbAddress } from "#drivers/links/message.ts";
import { openUsbLink } from "#drivers/links/usb-link.ts";
import { memoryBench } from "#simulator/bench/memory-bench.ts";
import { nodeHid } from "#simulator/ports/usbip/node-hid.ts";
import { type MemoryWebUsbDevice, webUsb } from "#simulator/ports/usbip/web-usb.ts";
import { parseScenario } from "#simulator/scenario/parse.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

const addresses = {
  printer: { link: "usb", vendorId: 0x04b8, productId: 0x0e28, serves: "printer" },
  keyboard: { link: "usb", vendorId: 0x05e0, productId: 0x1200, serves: "keyboard" },
  "hid-scanner": { link: "hid", vendorId: 0x0c2e, productId: 0x0b61, usagePage: 0x8c },
  "oem-scanner": {
    ...{ link: "hid", vendorId: 0x05e0, productId: 0x1300 },
    ...{ usagePage: 0xff45, usages: [0x4a00, 0x4b00] },
  },
  "hid-drawer": { link: "hid", vendorId: 0x0d3a, productId: 0x0207, usagePage: 0xffa0 },
} as const satisfies Readonly<Record<string, UsbAddress | HidAddress>>;

export type UsbTarget = keyof typeof addresses;

/**
 * What is done, in order: `open` and `close` are the till's, `write 1b 40` too, `wait 1000` lets
 * milliseconds pass, anything else is a line of a scenario.
 */
export type UsbStep = string;

export interface UsbTold {
  /** `opened`, `data 12`, `closed REASON`, in order. */
  readonly told: readonly string[];
  /** Why an expectation of a line did not hold. */
  readonly failures: readonly string[];
  /** Transfers that nobody has ended. */
  readonly pending: number;
}

export async function usbToldUnder(
  target: UsbTarget,
  steps: readonly UsbStep[],
  { seesDriver = true } = {},
): Promise<UsbTold> {
  const bench = memoryBench();
  const { host, clock } = bench;
  const usb = webUsb(host.usb, clock);
  const told: string[] = [];
  const failures: string[] = [];
  let link: Link | null = null;
  const open = () =>
    openLink(target, {
      hid: nodeHid(host.usb, clock),
      usb,
      seesDriver,
      tell: (words) => told.push(words),
    });
  for (const step of steps) {
    const [, ms] = /^wait (\d+)$/.exec(step) ?? [];
    const [, hex] = /^write ([0-9a-f ]+)$/.exec(step) ?? [];
    if (step === "open") link = open();
    else if (step === "close") link?.close();
    else if (hex !== undefined) link?.write(fromHex(hex));
    else if (ms === undefined) {
      host.play(parseScenario(step, "usb"), ({ failure }) => {
        if (failure !== null) failures.push(failure);
      });
    }
    await passes(clock, Number(ms ?? 100));
  }
  const devices = await usb.getDevices();
  return { told, failures, pending: devices.reduce((sum, each) => sum + each.pending, 0) };
}

/** Both clocks go on together: the bench's and the one that links wait by. */
async function passes(clock: { advance(ms: number): void }, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 50) {
    clock.advance(50);
    await vi.advanceTimersByTimeAsync(50);
  }
}

interface Ways {
  readonly hid: ReturnType<typeof nodeHid>;
  readonly usb: ReturnType<typeof webUsb>;
  readonly seesDriver: boolean;
  readonly tell: (words: string) => void;
}

function openLink(target: UsbTarget, { hid, usb, seesDriver, tell }: Ways): Link {
  const address = addresses[target];
  const events = {
    opened: () => tell("opened"),
    data: (bytes: Uint8Array) => tell(`data ${toHex(bytes)}`),
    closed: (reason: string | null) => tell(`closed ${reason}`),
  };
  if (address.link === "hid") return openHidLink(address, events, async () => hid);
  return openUsbLink(address, events, {
    load: async () => ({ usb }),
    driverOf: (device) => (seesDriver ? (device as unknown as MemoryWebUsbDevice).driver : null),
  });
}
