import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PosiflexHid } from "#drivers/drawers/posiflex-hid.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";

const dialogue = new URL("../../test/golden/dialogues/drawer-posiflex.dialogue", import.meta.url);
const command = ([, kickId = ""]: readonly string[]) => ({ type: "openDrawer", kickId }) as const;

describe("a Posiflex HID drawer", () => {
  it.each([1, 2, 20])("holds its dialogue in pieces of %s bytes", (pieces) => {
    replayFile(dialogue, { driver: new PosiflexHid(), command, pieces });
  });

  it("cannot be sent to its boot loader: F0 is never a command, nor any byte of a report", () => {
    const step = fc.oneof(
      fc.uint8Array({ maxLength: 120 }).map((bytes) => ({ bytes })),
      fc.string().map((kickId) => ({ kickId })),
      fc.constantFrom("open", "close", "wake").map((word) => ({ word })),
    );
    fc.assert(
      fc.property(fc.constantFrom(1, 2), fc.array(step), (drawer, steps) => {
        const driver = new PosiflexHid(drawer);
        for (const [index, each] of steps.entries()) {
          const now = millis(index * 500);
          const { writes } =
            "bytes" in each
              ? driver.receive(each.bytes, now)
              : "kickId" in each
                ? driver.obey({ type: "openDrawer", kickId: each.kickId }, now)
                : each.word === "open"
                  ? driver.open(now)
                  : each.word === "close"
                    ? driver.close(now)
                    : driver.wake(now);
          for (const report of writes) {
            expect(report).toHaveLength(122);
            expect([1, 2, 3]).toContain(report[3]);
            expect(report).not.toContain(0xf0);
          }
        }
      }),
    );
  });
});
