import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printerCatalog } from "#drivers/catalog.ts";
import type { Driver } from "#drivers/driver.ts";
import { type Millis, millis } from "#state/base/units.ts";
import {
  type DriverContract,
  driverContracts,
  type Signal,
} from "#test/support/driver-contracts.ts";

const start = millis(1_000_000);

type AnyDriver = Driver<unknown, Signal>;

/** Opened, and with something to do, so that what comes meets every state. */
function busy({ make, command }: DriverContract): AnyDriver {
  const driver = make();
  driver.open(start);
  const first = command(0);
  if (first !== null) driver.obey(first, start);
  return driver;
}

/** Bytes that a device might send are likelier than chance would have them. */
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0x10, 0x12, 0x00, 0x37, 0x22, 0x18, 0x0d, 0x11, 0x5d),
);
const stream = fc.array(byte, { maxLength: 300 }).map((bytes) => Uint8Array.from(bytes));

/** Lets the clock run to the next few deadlines. */
function runOut(driver: AnyDriver, from: Millis): readonly Signal[] {
  const signals = [];
  let now = from;
  for (let n = 0; n < 8 && driver.deadline !== null; n += 1) {
    now = millis(Math.max(now, driver.deadline));
    signals.push(...driver.wake(now).signals);
  }
  return signals;
}

describe.each(driverContracts)("every driver: %s", (_, contract) => {
  it("bears any bytes at any time and never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(stream, fc.integer({ min: 0, max: 3000 }))), (parts) => {
        const driver = busy(contract);
        let now: Millis = start;
        for (const [bytes, pause] of parts) {
          now = millis(now + pause);
          driver.receive(bytes, now);
          if (driver.deadline !== null && driver.deadline <= now) driver.wake(now);
        }
        driver.close(now);
      }),
    );
  });

  it("always moves its deadline on when it is woken", () => {
    fc.assert(
      fc.property(stream, (bytes) => {
        const driver = busy(contract);
        driver.receive(bytes, start);

        for (let n = 0; n < 8 && driver.deadline !== null; n += 1) {
          const due = driver.deadline;
          driver.wake(due);
          expect(driver.deadline === null || driver.deadline > due).toBe(true);
        }
      }),
    );
  });

  it("ends every command exactly once, whatever the line says before it is lost", () => {
    const { make, command, deviceClasses } = contract;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(stream), (count, streams) => {
        const driver = make();
        const commands = Array.from({ length: count }, (_, n) => command(n));
        const outputs = [driver.open(start)];
        for (const each of commands) if (each !== null) outputs.push(driver.obey(each, start));
        for (const bytes of streams) outputs.push(driver.receive(bytes, start));
        outputs.push(driver.close(start));

        const given = commands.flatMap((each) =>
          deviceClasses.flatMap((one) => (each === null ? [] : (one.outputOf(each)?.id ?? []))),
        );
        const ended = outputs.flatMap(({ signals }) => signals.flatMap((each) => endIn(each)));
        expect(ended.toSorted()).toEqual(given.toSorted());
      }),
    );

    function endIn(signal: Signal): readonly string[] {
      return deviceClasses
        .flatMap((one) => one.meaningsOf(signal))
        .flatMap((each) =>
          each.type === "outputComplete" || each.type === "outputError" ? [each.id] : [],
        );
    }
  });
});

/** Read by each driver; a buffer without a limit would hold all of it. */
const FED = 256 * 1024;
const CHUNK = 16 * 1024;
/** The garbage collector leaves some ten thousand bytes more or less. */
const HELD_MAX = FED / 2;

const collectGarbage = (() => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
})();

/** What buffers held is counted as free a turn after it was collected. */
async function bytesHeld(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function feed(drivers: readonly AnyDriver[], period: readonly number[]): void {
  for (let fed = 0; fed < FED; fed += CHUNK) {
    for (const driver of drivers) {
      // Bytes of its own each time: who keeps a part of them keeps them all.
      const chunk = Uint8Array.from({ length: CHUNK }, (_, n) => period[n % period.length] ?? 0);
      driver.receive(chunk, start);
    }
  }
}

/** How much more drivers hold when each has read `FED` bytes once more. */
async function heldMore(
  contracts: readonly DriverContract[],
  period: readonly number[],
): Promise<number> {
  const drivers = contracts.map(busy);
  feed(drivers, period);
  const before = await bytesHeld();
  feed(drivers, period);
  const after = await bytesHeld();
  for (const driver of drivers) driver.close(start);
  return after - before;
}

it.each([
  ["letters", [0x41]],
  ["status bytes", [0x14, 0x00, 0x00, 0x0f]],
  ["everything", Array.from({ length: 256 }, (_, n) => n)],
])(
  "no driver holds more than a little of an endless stream of %s",
  async (_, period) => {
    const all = driverContracts.map(([, contract]) => contract);

    const held = await heldMore(all, period);

    // Who it is is looked for only when somebody is: each look takes its time.
    const guilty: string[] = [];
    for (const [name, contract] of held < HELD_MAX ? [] : driverContracts) {
      if ((await heldMore([contract], period)) >= HELD_MAX) guilty.push(name);
    }
    expect({ isBounded: held < HELD_MAX, guilty }).toEqual({ isBounded: true, guilty: [] });
  },
  60_000,
);

const onStreams = driverContracts.filter(([, { isHid }]) => !isHid);

describe.each(onStreams)("every driver on a stream: %s", (_, contract) => {
  it("gives the same signals and bytes however the stream is split", () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 1, max: 40 }), (bytes, size) => {
        const whole = busy(contract);
        const split = busy(contract);

        const expected = whole.receive(bytes, start);
        const writes = [];
        const signals = [];
        for (let at = 0; at < bytes.length; at += size) {
          const output = split.receive(bytes.subarray(at, at + size), start);
          writes.push(...output.writes);
          signals.push(...output.signals);
        }

        expect({ writes, signals }).toEqual(expected);
        expect(runOut(split, start)).toEqual(runOut(whole, start));
      }),
    );
  });
});

it.each(Object.entries(printerCatalog))(
  "%s knows its paper: columns of 12 dots",
  (_, { model }) => {
    expect(model.columns % 2).toBe(0);
    // 180 dpi leave eight dots over.
    expect(Math.floor(model.paperDots / 12 / 2) * 2).toBe(model.columns);
  },
);
