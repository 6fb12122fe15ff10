import { describe, expect, it } from "vitest";
import { DrawerWait } from "#drivers/drawers/wait-for-close.ts";
import { millis } from "#state/base/units.ts";

const how = {
  beepTimeout: millis(10_000),
  beepFrequency: 2000,
  beepDuration: millis(500),
  beepDelay: millis(1500),
};

/** Wakes at every deadline until `end`; when it beeped. */
function beepsUntil(end: number, wait: DrawerWait): number[] {
  const beeps: number[] = [];
  for (let due = wait.deadline; due !== null && due <= end; due = wait.deadline) {
    if (wait.wake(due)) beeps.push(due);
  }
  return beeps;
}

describe("waiting for a drawer to be closed", () => {
  it.each(["closed", "unknown"] as const)("is over at once when it is %s", (drawer) => {
    const wait = new DrawerWait(how);

    wait.sense(drawer, millis(0));

    expect(wait.deadline).toBeNull();
    expect(wait.wake(millis(99_999))).toBe(false);
  });

  it("is silent for the time-out, then beeps again and again until it is closed", () => {
    const wait = new DrawerWait(how);
    wait.sense("open", millis(0));
    wait.sense("open", millis(9000)); // the same news is no new patience

    expect(beepsUntil(15_000, wait)).toEqual([10_000, 12_000, 14_000]);
    wait.sense("closed", millis(15_000));

    expect(wait.deadline).toBeNull();
  });

  it("has its patience again the next time", () => {
    const wait = new DrawerWait(how);
    wait.sense("open", millis(0));
    wait.sense("closed", millis(5000));
    wait.sense("open", millis(6000));

    expect(beepsUntil(16_000, wait)).toEqual([16_000]);
  });

  it("ends with its release: no beep outlives the program", () => {
    const wait = new DrawerWait(how);
    wait.sense("open", millis(0));

    wait.release();

    expect(beepsUntil(99_999, wait)).toEqual([]);
  });

  it("beeps once for a wake that comes late", () => {
    const wait = new DrawerWait(how);
    wait.sense("open", millis(0));

    expect(wait.wake(millis(60_000))).toBe(true);
    expect(wait.deadline).toBe(62_000);
  });
});
