import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { type BoxTongue, DrawerBox } from "./drawer-box.ts";

const at = (ms: number) => millis(ms);

function box(speaks: BoxTongue) {
  const drawer = new DrawerBox({ speaks });
  const send = (hex: string, now = 0) => drawer.receive(fromHex(hex), at(now));
  return { drawer, send };
}

const heard = ({ writes }: { readonly writes: readonly Uint8Array[] }) =>
  writes.map(toHex).join(" ");

describe("a drawer behind a trigger box", () => {
  test("opens on 07 and on nothing else", () => {
    const { drawer, send } = box("trigger");

    const { events } = send("00 41 06");
    expect(events).toEqual([{ kind: "box ignored", bytes: 3 }]);
    expect(send("07").events).toEqual([{ kind: "drawer opened", by: "pulse" }]);

    expect(drawer.drawer.isOpen).toBe(true);
  });

  test("that knows no better opens on any byte, a modem's probe among them", () => {
    const { drawer, send } = box("any-byte");

    send("41 54 0d");

    expect(drawer.drawer.isOpen).toBe(true);
  });

  test("stays shut when it is jammed, and yields to the key", () => {
    const { drawer, send } = box("trigger");
    drawer.act({ kind: "jam", jammed: true }, at(0));

    expect(send("07").events).toEqual([{ kind: "pulse wasted", why: "jammed" }]);
    drawer.act({ kind: "open" }, at(0));

    expect(drawer.drawer.isOpen).toBe(true);
  });

  test("has a coil that does not pull while it is hot: twenty pulses in ten seconds", () => {
    const { drawer, send } = box("trigger");
    for (let n = 0; n < 20; n += 1) {
      send("07", n * 400);
      drawer.act({ kind: "close" }, at(n * 400));
    }

    expect(send("07", 8000).events).toEqual([{ kind: "pulse wasted", why: "coil hot" }]);
    expect(send("07", 10_400).events).toEqual([{ kind: "drawer opened", by: "pulse" }]);
  });
});

describe("a switch", () => {
  test("is told by an IBM 4840 when it is asked, and bounces for 50 ms", () => {
    const { send } = box("ibm-4840");
    send("07", 1000);

    const answers = [0, 15, 25, 35, 45, 50, 500].map((ms) => heard(send("06", 1000 + ms)));

    expect(answers).toEqual(["00", "01", "00", "01", "00", "01", "01"]);
  });

  test("of the second socket is told and opened with 1B in front, and only so", () => {
    const { drawer, send } = box("ibm-4840-second");

    expect([heard(send("07")), heard(send("06"))]).toEqual(["", ""]);
    send("1b");
    expect(send("07", 100).events).toEqual([{ kind: "drawer opened", by: "pulse" }]);

    expect(heard(send("1b 06", 500))).toBe("01");
    expect(drawer.drawer.openings).toBe(1);
  });

  test("that sticks tells what was", () => {
    const { drawer, send } = box("ibm-4840");
    drawer.act({ kind: "switch", stuck: true }, at(0));
    send("07", 100);

    expect(heard(send("06", 1000))).toBe("00");
    expect(drawer.drawer.isOpen).toBe(true);
  });

  test("is told by an ACODE as long as it is open, however it was opened", () => {
    const { drawer } = box("acode");
    drawer.act({ kind: "open" }, at(1000));
    const told: string[] = [];

    for (let n = 0; n < 3 && drawer.deadline !== null; n += 1)
      told.push(heard(drawer.wake(drawer.deadline)));
    drawer.act({ kind: "close" }, at(3000));
    drawer.wake(at(3200));

    expect(told).toEqual(["00", "00", "00"]);
    expect(drawer.deadline).toBeNull();
  });
});
