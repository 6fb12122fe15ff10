import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { codesIn } from "./codes.ts";
import { failures, failureTable } from "./failures.ts";
import { toldUnder } from "./rig.ts";
import { usbToldUnder } from "./usb-rig.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("each of the 25 failures is there once, provoked or with the reason why it is not", () => {
  expect(failures.map(({ row }) => row)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
  for (const { atDriver = [], atLink = [], notHere } of failures) {
    expect(atDriver.length + atLink.length > 0).toBe(notHere === undefined);
  }
});

const atDriver = failures.flatMap(({ row, what, atDriver: cases = [] }) =>
  cases.map((each, at) => ({ row, what, at: at + 1, ...each })),
);

test.each(atDriver)("$row, $what, way $at: a driver says what is so", (each) => {
  const { signals, outcome, failure } = toldUnder(each);

  expect([...codesIn(signals)]).toEqual(expect.arrayContaining([...each.says]));
  expect([...codesIn(signals)].filter((code) => each.never?.includes(code))).toEqual([]);
  for (const [type, count] of Object.entries(each.counts ?? {})) {
    expect(signals.filter((signal) => signal.type === type)).toHaveLength(count);
  }
  expect({ outcome, failure }).toEqual({
    outcome: each.simulator.length === 0 ? null : "passed",
    failure: null,
  });
});

const atLink = failures.flatMap(({ row, what, atLink: cases = [] }) =>
  cases.map((each, at) => ({ row, what, at: at + 1, ...each })),
);

test.each(atLink)("$row, $what, way $at: a link tells it, once", async (each) => {
  const { target, steps, tells, seesDriver = true } = each;

  const { told, failures: unmet } = await usbToldUnder(target, steps, { seesDriver });

  expect({ told, unmet }).toEqual({ told: tells, unmet: [] });
});

test("a link that was closed has left no transfer behind", async () => {
  const steps = ["open", "mute usb of printer for 600s", "write 10 04 01", "close", "wait 3000"];

  expect((await usbToldUnder("printer", steps)).pending).toBe(0);
});

test("the table tells each row, its provocations and what comes of them", () => {
  const table = failureTable();

  expect(table.match(/^ ?\d+ {2}/gm)).toHaveLength(25);
  expect(table).toContain("[USB printer] deny usb of printer; open");
  expect(table).toContain("not provoked: the refusal is WinUSB's own");
});
