import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configuration, opening } from "#test/support/shop.ts";
import { openTill } from "#test/support/till.ts";
import { lockedForMs, pinToCheck } from "./cashier.ts";
import { type Terminal, unknownTerminal } from "./terminal.ts";

const afterFailures = (count: number, lastAt = opening): Terminal => ({
  ...unknownTerminal,
  signOnFailures: { "1001": { count, lastAt } },
});

describe("the lock after wrong PINs", () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 30_000],
    [6, 60_000],
    [7, 120_000],
    [8, 240_000],
    [9, 480_000],
    [10, 900_000],
    [11, 900_000],
    [5000, 900_000],
  ])("after %i failures lasts %i ms", (count, ms) => {
    expect(lockedForMs(afterFailures(count), "1001", opening)).toBe(ms);
  });

  test("counts down with the clock and ends at nothing", () => {
    const t = afterFailures(5);

    expect(lockedForMs(t, "1001", opening + 29_999)).toBe(1);
    expect(lockedForMs(t, "1001", opening + 30_000)).toBe(0);
    expect(lockedForMs(t, "1001", opening + 86_400_000)).toBe(0);
  });

  test("is one person's, not the till's", () => {
    expect(lockedForMs(afterFailures(9), "1002", opening)).toBe(0);
  });

  test("never lasts longer than a quarter of an hour, whatever happens to the clock", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer(), fc.integer(), (count, lastAt, at) => {
        const locked = lockedForMs(afterFailures(count, lastAt), "1001", at);

        expect(locked).toBeGreaterThanOrEqual(0);
        expect(locked).toBeLessThanOrEqual(900_000);
      }),
    );
  });

  test("is not lifted by setting the clock back", () => {
    expect(lockedForMs(afterFailures(5), "1001", opening - 86_400_000)).toBe(900_000);
  });
});

describe("whose PIN is looked at", () => {
  test("that of a person of this store, while nobody is signed on", () => {
    const { terminal, at } = openTill("signed off");

    const checked = pinToCheck(terminal, "1001", configuration, at);

    expect(checked).toEqual(configuration.staff[0]);
  });

  test.each(["9999", "__proto__", "constructor", ""])(
    "not that of %j: a stranger hears the same as a person with a wrong PIN",
    (staffNo) => {
      const { terminal, at } = openTill("signed off");

      expect(pinToCheck(terminal, staffNo, configuration, at)).toEqual({
        ...{ code: "cashier/wrong-pin", params: {} },
      });
    },
  );

  test("nobody's before the first configuration is here", () => {
    const { terminal, at } = openTill("signed off");

    expect(pinToCheck(terminal, "1001", null, at)).toMatchObject({ code: "cashier/wrong-pin" });
  });
});

test("five wrong PINs of one cashier leave the others their tries", () => {
  const till = openTill("signed off");
  for (let tries = 0; tries < 5; tries += 1) {
    till.put({ type: "pinChecked", staffNo: "1001", isRight: false });
  }

  const other = till.put({ type: "pinChecked", staffNo: "1002", isRight: true });

  expect(other.terminal.cashier).toEqual({ staffNo: "1002", name: "李雷" });
  expect(other.terminal.signOnFailures).toEqual({ "1001": { count: 5, lastAt: till.at } });
});
