import { strict as assert } from "node:assert";
import { closeSync, constants, openSync, readFileSync, readSync } from "node:fs";
import { ask, cable, open, step, until } from "./counter.ts";
import { eventNodeOf } from "./kernel-nodes.ts";

const serial = "KBD00000001";
const address = {
  link: "usb",
  vendorId: 0x05e0,
  productId: 0x1200,
  serialNumber: serial,
  serves: "keyboard",
} as const;

/** `struct input_event` on a 64-bit machine: two of time, type, code, value. */
const EVENT_BYTES = 24;
const EV_KEY = 1;

const trigger = (body: object) => ask("usb/keyboard/trigger", body);

/** A scanner in keyboard mode, taken from the kernel's keyboard driver through `usb`. */
export async function wedgeScanner(): Promise<void> {
  const scanner = cable("Keyboard Scanner");
  await scanner.plug();
  await until("an input node", () => eventNodeOf(serial) !== null);
  const node = openSync(eventNodeOf(serial) ?? "", constants.O_RDONLY | constants.O_NONBLOCK);

  await step("before the till takes it, the kernel hears every key", async () => {
    await trigger({ label: "6901234567892" });
    let pressed = 0;
    await until("fourteen keys", () => {
      pressed += keysPressed(node);
      return pressed >= 14;
    });
    assert.equal(pressed, 14);
  });

  const till = open({ scanner: { address }, printer: null });
  const scanned = (body: { readonly label: string }) => scannedBy(till, body);

  await step("the till scans with it, and the kernel has no keyboard any more", async () => {
    await till.becomes("scanner", "ready");
    assert.deepEqual(await scanned({ label: "6901234567892" }), ["6901234567892"]);
    assert.equal(eventNodeOf(serial), null);
    assert.throws(() => readSync(node, new Uint8Array(EVENT_BYTES)), /ENODEV/);
    assert.doesNotMatch(readFileSync("/proc/bus/input/devices", "utf8"), /Keyboard Scanner/);
  });

  for (const [name, how] of [
    [
      "without releases and with the keypad's Enter",
      { skipsReleases: true, terminator: "keypad-enter" },
    ],
    ["in Alt codes", { altCodes: true, interKeyMs: 4 }],
    ["with Caps Lock taken for on, behind an identifier", { capsLock: true, aim: true }],
  ] as const) {
    await step(`it scans ${name}`, async () => {
      assert.deepEqual(await scanned({ label: "4006381333931", ...how }), ["4006381333931"]);
    });
  }

  await step("keys in a person's rhythm are no scan", async () => {
    await trigger({ label: "96385074", interKeyMs: 120 });
    await until("what was typed is told", () => till.scans.at(-1) === "noise");
  });

  await step("pulled out it is absent, and back it scans again", async () => {
    await scanner.pull();
    await till.becomes("scanner", "absent");
    await scanner.plugAgain();
    await till.becomes("scanner", "ready");
    assert.deepEqual(await scanned({ label: "96385074" }), ["96385074"]);
  });

  await step("when the till closes, it is the kernel's keyboard again", async () => {
    await till.close();
    await until("an input node", () => eventNodeOf(serial) !== null);
  });
  closeSync(node);
}

/** The emulated processor may pause longer than a scanner does; then it is pulled once more. */
async function scannedBy(
  till: ReturnType<typeof open>,
  body: { readonly label: string },
): Promise<readonly string[]> {
  const before = till.scans.length;
  await trigger(body);
  await until("a scan", async () => {
    if (till.scans.length === before) return false;
    if (till.scans.at(-1) !== "noise") return true;
    till.scans.length = before;
    await trigger(body);
    return false;
  });
  return till.scans.slice(before);
}

/** Keys that went down since the last look. */
function keysPressed(node: number): number {
  const events = Buffer.alloc(EVENT_BYTES * 256);
  let count = 0;
  for (let at = 0, end = readNow(node, events); at < end; at += EVENT_BYTES) {
    const isKey = events.readUInt16LE(at + 16) === EV_KEY;
    if (isKey && events.readInt32LE(at + 20) === 1) count += 1;
  }
  return count;
}

function readNow(node: number, events: Buffer): number {
  try {
    return readSync(node, events);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return 0;
    throw error;
  }
}
