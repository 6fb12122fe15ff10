import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoilGuard, KICK_PAUSE_MS, KICKS_MAX } from "#drivers/drawers/coil-guard.ts";
import { TriggerBox } from "#drivers/drawers/trigger-box.ts";
import { millis } from "#state/base/units.ts";

function guarded() {
  const guard = new CoilGuard(new TriggerBox({ opens: [7], sensor: { kind: "none" } }));
  guard.open(millis(0));
  return guard;
}

const kick = (kickId: string) => ({ type: "openDrawer", kickId }) as const;

describe("a guarded coil", () => {
  it("is not driven again before it has rested, and is then", () => {
    const guard = guarded();
    guard.obey(kick("a"), millis(0));

    const early = guard.obey(kick("b"), millis(KICK_PAUSE_MS - 1));
    const later = guard.obey(kick("c"), millis(KICK_PAUSE_MS));

    expect(early).toEqual({ writes: [], signals: [{ type: "DrawerKickFailed", kickId: "b" }] });
    expect(later.signals).toEqual([{ type: "DrawerKicked", kickId: "c" }]);
  });

  it("is driven five times in ten seconds and no more, however often it is asked", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 60 }), (pauses) => {
        const guard = guarded();
        const driven: number[] = [];
        let now = 0;
        for (const [index, pause] of pauses.entries()) {
          now += pause;
          const { writes, signals } = guard.obey(kick(`${index}`), millis(now));
          expect(signals).toHaveLength(1);
          if (writes.length > 0) driven.push(now);
        }

        for (const at of driven) {
          const near = driven.filter((other) => other > at - 10_000 && other <= at);
          expect(near.length).toBeLessThanOrEqual(KICKS_MAX);
        }
      }),
    );
  });

  it("does not count a kick that never reached it", () => {
    const guard = guarded();
    guard.close(millis(0));
    guard.obey(kick("a"), millis(0));
    guard.open(millis(1));

    expect(guard.obey(kick("b"), millis(2)).writes).toEqual([Uint8Array.of(7)]);
  });
});
