import { expect, test } from "vitest";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import { millis } from "#state/base/units.ts";
import { DrawerReminder } from "./drawer-reminder.ts";

function reminder() {
  const clock = new HandWoundClock();
  const counts: number[] = [];
  const reminded: DrawerReminder = new DrawerReminder(clock, millis(15_000), () => {
    counts.push(reminded.beep.count);
  });
  return { clock, counts, reminded };
}

test("an open drawer beeps after its time, every two seconds, and not once it is shut", () => {
  const { clock, counts, reminded } = reminder();

  reminded.see(true);
  clock.advance(14_999);
  expect(counts).toEqual([]);
  clock.advance(2001);
  expect(counts).toEqual([1, 2]);
  reminded.see(false);
  clock.advance(60_000);

  expect(counts).toEqual([1, 2]);
});

test("a terminal that ends takes its beeps with it", () => {
  const { clock, counts, reminded } = reminder();
  reminded.see(true);

  reminded.stop();
  clock.advance(60_000);

  expect(counts).toEqual([]);
});

test("a drawer that nobody can see any more is not waited for, and anew when it is seen", () => {
  const { clock, counts, reminded } = reminder();
  reminded.see(true);
  clock.advance(10_000);

  reminded.see(null);
  clock.advance(60_000);
  expect(counts).toEqual([]);
  reminded.see(true);
  clock.advance(15_000);

  expect(counts).toEqual([1]);
});
