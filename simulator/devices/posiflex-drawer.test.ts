import { expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { PosiflexDrawer } from "./posiflex-drawer.ts";

/** `[report type, report id]` as the link has them, and 120 bytes. */
const report = (hex: string) => fromHex(`02 00 ${hex}${" 00".repeat(118)}`);
const answer = (hex: string) => `${hex}${" 00".repeat(119)}`;

function drawerAt() {
  const drawer = new PosiflexDrawer();
  const tell = (hex: string, now: number) => {
    const { writes, events } = drawer.receive(report(hex), millis(now));
    return [...writes.map(toHex), ...events.map(({ kind }) => kind)];
  };
  return { drawer, tell };
}

test("opens on 01 01, and tells its switch when it is asked with 01 02", () => {
  const { drawer, tell } = drawerAt();

  expect(tell("01 02", 0)).toEqual([answer("11")]);
  expect(tell("01 01", 0)).toEqual(["drawer opened"]);
  expect(tell("01 02", 100)).toEqual([answer("10")]);
  drawer.act({ kind: "close" }, millis(200));

  expect(tell("01 02", 300)).toEqual([answer("11")]);
});

test("the second drawer, which is not there, neither opens nor answers", () => {
  const { drawer, tell } = drawerAt();

  expect([tell("02 02", 0), tell("02 03", 0)]).toEqual([["report ignored"], ["report ignored"]]);
  expect(drawer.drawer.openings).toBe(0);
});

test("sent into its boot loader it says nothing any more, whatever its power does", () => {
  const { drawer, tell } = drawerAt();

  expect(tell("01 f0", 0)).toEqual(["boot loader entered"]);
  drawer.power("off");
  drawer.power("on");

  expect([tell("01 02", 0), tell("01 01", 0)]).toEqual([[], []]);
  expect(drawer.isLost).toBe(true);
});
