import { describe, expect, it } from "vitest";
import { Toledo8217 } from "#drivers/scales/toledo-8217.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";
import { fromHex } from "#test/support/hex.ts";

const dialogue = new URL("../../test/golden/dialogues/scale-toledo-8217.dialogue", import.meta.url);

describe("a Toledo 8217 scale", () => {
  it.each([1, 2, 20])("holds its dialogue in pieces of %s bytes", (pieces) => {
    const command = ([, readId = ""]: readonly string[]) => {
      return { type: "readWeight", readId } as const;
    };
    replayFile(dialogue, { driver: new Toledo8217(), command, pieces });
  });

  it("gives up goods that never come to rest after ten seconds", () => {
    const scale = new Toledo8217();
    scale.open(millis(0));
    scale.obey({ type: "readWeight", readId: "a" }, millis(0));
    const signals = [];
    let now = millis(0);
    while (scale.deadline !== null) {
      scale.receive(fromHex("02 3f 41 0d"), now);
      now = scale.deadline;
      signals.push(...scale.wake(now).signals);
    }

    expect(now).toBe(10_000);
    expect(signals).toEqual([{ type: "WeightError", readId: "a", reason: "unstable" }]);
  });
});
