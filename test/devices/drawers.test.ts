import { describe, expect, it } from "vitest";
import { drawerCatalog } from "#drivers/catalog.ts";
import { CoilGuard } from "#drivers/drawers/coil-guard.ts";
import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import type { Output as BoxOutput } from "#simulator/devices/device.ts";
import { DrawerBox } from "#simulator/devices/drawer-box.ts";
import { PosiflexDrawer } from "#simulator/devices/posiflex-drawer.ts";
import { millis } from "#state/base/units.ts";

/** A drawer's driver and its twin, on a line that takes no time. */
class Bench<Box extends DrawerBox | PosiflexDrawer> {
  readonly box: Box;
  readonly told: string[] = [];
  readonly #driver: Driver<DrawerCommand, DrawerSignal>;
  #now = 0;

  constructor(box: Box, row: keyof typeof drawerCatalog) {
    this.box = box;
    this.#driver = new CoilGuard(drawerCatalog[row].make({}));
    this.#follow(this.#driver.open(millis(0)));
  }

  kick(): void {
    this.#follow(this.#driver.obey({ type: "openDrawer", kickId: "k" }, millis(this.#now)));
  }

  push(): void {
    this.#carry(this.box.act({ kind: "close" }, millis(this.#now)));
  }

  /** Lets time pass, whatever is due first. */
  wait(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [this.#driver.deadline, this.box.deadline].filter((at) => at !== null);
      const next = Math.min(...due);
      if (due.length === 0 || next > end) break;
      this.#now = Math.max(this.#now, next);
      this.#carry(this.box.wake(millis(this.#now)));
      this.#follow(this.#driver.wake(millis(this.#now)));
    }
    this.#now = end;
  }

  #follow({ writes, signals }: Output<DrawerSignal>): void {
    for (const signal of signals) {
      const { type } = signal;
      this.told.push(type === "DrawerSensed" ? (signal.open ? "open" : "shut") : type);
    }
    for (const bytes of writes) this.#carry(this.box.receive(bytes, millis(this.#now)));
  }

  #carry({ writes }: BoxOutput<unknown>): void {
    for (const bytes of writes) this.#follow(this.#driver.receive(bytes, millis(this.#now)));
  }
}

describe("a drawer with a line of its own", () => {
  it.each([
    ["ibm-4840", new DrawerBox({ speaks: "ibm-4840" })],
    ["ibm-4840-second", new DrawerBox({ speaks: "ibm-4840-second" })],
    ["acode-usb", new DrawerBox({ speaks: "acode" })],
    ["posiflex-hid", new PosiflexDrawer()],
  ] as const)("%s is kicked, seen open through its bounce, and seen shut", (row, box) => {
    const bench = new Bench(box, row);

    bench.kick();
    bench.wait(4000);
    bench.push();
    bench.wait(4000);

    expect(bench.told).toEqual(["DrawerKicked", "open", "shut"]);
  });

  it("that jams is never said to be open", () => {
    const bench = new Bench(new DrawerBox({ speaks: "ibm-4840" }), "ibm-4840");
    bench.box.act({ kind: "jam", jammed: true }, millis(0));

    bench.kick();
    bench.wait(10_000);

    expect(bench.told).toEqual(["DrawerKicked", "shut"]);
    expect(bench.box.drawer.openings).toBe(0);
  });

  it("that opens on any byte stays shut until it is told to open, for a day", () => {
    const bench = new Bench(new DrawerBox({ speaks: "any-byte" }), "serial-trigger");

    bench.wait(86_400_000);
    expect(bench.box.drawer.openings).toBe(0);
    bench.kick();

    expect(bench.box.drawer.isOpen).toBe(true);
  });

  it("is never driven hot, however often somebody leans on the key", () => {
    const bench = new Bench(new DrawerBox({ speaks: "trigger" }), "serial-trigger");

    for (let n = 0; n < 300; n += 1) {
      bench.kick();
      bench.push();
      bench.wait(100);
    }

    const { openings } = bench.box.drawer;
    expect(bench.told.filter((each) => each === "DrawerKicked")).toHaveLength(openings);
    expect(openings).toBe(15);
  });
});
