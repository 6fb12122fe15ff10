import { expect, test } from "vitest";
import { CashDrawer } from "./cash-drawer.ts";

test("a pulse of 20 ms on its pin opens it, and it counts", () => {
  const drawer = new CashDrawer();

  expect(drawer.pulse(2, 20)).toEqual({ kind: "drawer opened", by: "pulse" });
  expect(drawer.openings).toBe(1);
});

test.each([
  ["a short pulse", 2, 19, "too short"],
  ["the other pin", 5, 100, "other pin"],
] as const)("%s does not move it", (_name, pin, onMs, why) => {
  const drawer = new CashDrawer();

  expect(drawer.pulse(pin, onMs)).toEqual({ kind: "pulse wasted", why });
  expect(drawer.isOpen).toBe(false);
});

test("a jammed drawer wastes the pulse and yields to the key", () => {
  const drawer = new CashDrawer();
  drawer.jam(true);

  expect(drawer.pulse(2, 50)).toEqual({ kind: "pulse wasted", why: "jammed" });
  expect(drawer.openByKey()).toEqual({ kind: "drawer opened", by: "key" });
});

test("a second pulse does not open an open drawer again", () => {
  const drawer = new CashDrawer();
  drawer.pulse(2, 50);

  expect(drawer.pulse(2, 50)).toEqual({ kind: "pulse wasted", why: "already open" });
  expect(drawer.shut()).toEqual({ kind: "drawer closed" });
  expect(drawer.shut()).toBeNull();
  expect(drawer.openings).toBe(1);
});

test.each([
  ["high", "low", "high"],
  ["low", "high", "low"],
  ["none", "low", "low"],
] as const)("wired with %s for open, pin 3 reads %s when closed, %s when open", (...row) => {
  const [openLevel, closed, open] = row;
  const drawer = new CashDrawer({ openLevel });

  expect(drawer.level).toBe(closed);
  drawer.openByKey();
  expect(drawer.level).toBe(open);
});

test("a stuck switch tells what it told when it stuck, whatever the tray does", () => {
  const drawer = new CashDrawer();
  drawer.stickSwitch(true);

  drawer.openByKey();
  expect([drawer.isOpen, drawer.level]).toEqual([true, "low"]);
  drawer.stickSwitch(false);

  expect(drawer.level).toBe("high");
});
