import { expect, test } from "vitest";
import { CashDrawer } from "./cash-drawer.ts";

test("a pulse of 20 ms on its pin opens it, and it counts", () => {
  const drawer = new CashDrawer();

  expect(drawer.pulse(2, 20, 0)).toEqual({ kind: "drawer opened", by: "pulse" });
  expect(drawer.openings).toBe(1);
});

test.each([
  ["a short pulse", 2, 19, "too short"],
  ["the other pin", 5, 100, "other pin"],
] as const)("%s does not move it", (_name, pin, onMs, why) => {
  const drawer = new CashDrawer();

  expect(drawer.pulse(pin, onMs, 0)).toEqual({ kind: "pulse wasted", why });
  expect(drawer.isOpen).toBe(false);
});

test("a jammed drawer wastes the pulse and yields to the key", () => {
  const drawer = new CashDrawer();
  drawer.act({ kind: "jam", jammed: true }, 0);

  expect(drawer.pulse(2, 50, 0)).toEqual({ kind: "pulse wasted", why: "jammed" });
  expect(drawer.act({ kind: "open" }, 0)).toEqual({ kind: "drawer opened", by: "key" });
});

test("a second pulse does not open an open drawer again", () => {
  const drawer = new CashDrawer();
  drawer.pulse(2, 50, 0);

  expect(drawer.pulse(2, 50, 0)).toEqual({ kind: "pulse wasted", why: "already open" });
  expect(drawer.act({ kind: "close" }, 0)).toEqual({ kind: "drawer closed" });
  expect(drawer.act({ kind: "close" }, 0)).toBeNull();
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
  drawer.act({ kind: "open" }, 0);
  drawer.settle(50);
  expect(drawer.level).toBe(open);
});

test("a stuck switch tells what it told when it stuck, whatever the tray does", () => {
  const drawer = new CashDrawer();
  drawer.act({ kind: "switch", stuck: true }, 0);

  drawer.act({ kind: "open" }, 0);
  expect([drawer.isOpen, drawer.level]).toEqual([true, "low"]);
  drawer.act({ kind: "switch", stuck: false }, 100);

  expect(drawer.level).toBe("high");
});

test("its contacts chatter for 50 ms after the tray has moved, either way", () => {
  const drawer = new CashDrawer();
  const edges = (from: number) => {
    const read: string[] = [];
    for (let at: number | null = from; at !== null; at = drawer.deadline) {
      drawer.settle(at);
      read.push(`${at} ${drawer.level}`);
    }
    return read;
  };
  drawer.act({ kind: "open" }, 1000);

  expect(edges(1000)).toEqual([
    ...["1000 low", "1010 high", "1020 low", "1030 high", "1040 low", "1050 high"],
  ]);
  drawer.act({ kind: "close" }, 2000);
  expect(edges(2000).at(-1)).toBe("2050 low");
});

test("a coil driven for a fifth of ten seconds is hot, and pulls again when it is not", () => {
  const drawer = new CashDrawer();
  const kick = (now: number) => {
    const event = drawer.pulse(2, 500, now);
    drawer.act({ kind: "close" }, now);
    return event;
  };
  for (const now of [0, 600, 1200, 1800]) expect(kick(now).kind).toBe("drawer opened");

  expect(kick(2400)).toEqual({ kind: "pulse wasted", why: "coil hot" });
  expect(kick(9999)).toEqual({ kind: "pulse wasted", why: "coil hot" });
  expect(kick(10_000)).toEqual({ kind: "drawer opened", by: "pulse" });
});
