import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adam } from "#drivers/scales/adam.ts";
import { asciiContinuous } from "#drivers/scales/ascii-continuous.ts";
import { casEnq } from "#drivers/scales/cas-enq.ts";
import { weightIn } from "#drivers/scales/language.ts";
import { Scale } from "#drivers/scales/scale.ts";
import { sma } from "#drivers/scales/sma.ts";
import { toledo8217 } from "#drivers/scales/toledo-8217.ts";
import { toledoContinuous } from "#drivers/scales/toledo-continuous.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";
import { fromHex } from "#test/support/hex.ts";

const dialogue = (name: string) =>
  new URL(`../../test/golden/dialogues/scale-${name}.dialogue`, import.meta.url);

const languages = [
  ["toledo-8217", toledo8217],
  ["cas-enq", casEnq],
  ["ascii-continuous", asciiContinuous],
  ["toledo-continuous", toledoContinuous],
  ["sma", sma],
  ["adam", adam],
] as const;

describe.each(languages)("a scale that speaks %s", (name, language) => {
  it.each([1, 2, 20])("holds its dialogue in pieces of %s bytes", (pieces) => {
    const command = ([, readId = ""]: readonly string[]) => {
      return { type: "readWeight", readId } as const;
    };
    replayFile(dialogue(name), { driver: new Scale(language), command, pieces });
  });

  it("ends every reading once, whatever the line says", () => {
    const step = fc.record({ bytes: fc.uint8Array({ maxLength: 24 }), pause: fc.nat(3000) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const scale = new Scale(language);
        scale.open(millis(0));
        const signals = [...scale.obey({ type: "readWeight", readId: "r" }, millis(0)).signals];
        let now = 0;
        for (const { bytes, pause } of steps) {
          now += pause;
          signals.push(...scale.wake(millis(now)).signals);
          signals.push(...scale.receive(bytes, millis(now)).signals);
        }
        signals.push(...scale.close(millis(now)).signals);

        expect(signals).toHaveLength(1);
        expect(signals[0]).toMatchObject({ readId: "r" });
      }),
    );
  });
});

it("goods that never come to rest are given up after ten seconds", () => {
  const scale = new Scale(toledo8217);
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

/** `ST,GS,+  1.234kg` twice, as a machine that was busy comes to read them: all at once. */
const twoLines = "53 54 2c 47 53 2c 2b 20 20 31 2e 32 33 34 6b 67 0d 0a ".repeat(2);

it.each([
  ["toledo-8217", toledo8217, "02 30 31 2e 32 33 34 0d 02 30 31 2e 32 33 34 0d"],
  ["ascii-continuous", asciiContinuous, twoLines],
] as const)("two answers of %s that come at once bear no witness to rest", (_, language, hex) => {
  const scale = new Scale(language);
  scale.open(millis(0));
  scale.obey({ type: "readWeight", readId: "a" }, millis(0));
  // The end of the line that a talking scale had begun before.
  scale.receive(fromHex("0a"), millis(400));
  scale.wake(millis(500));

  expect(scale.receive(fromHex(hex), millis(600)).signals).toEqual([]);
  scale.wake(millis(750));
  expect(scale.receive(fromHex(hex), millis(760)).signals).toEqual([
    { type: "Weight", readId: "a", grams: 1234 },
  ]);
});

describe("grams", () => {
  it("are the digits of a weight, never a float's", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), (whole, fraction) => {
        const digits = `${whole}.${String(fraction).padStart(3, "0")}`;

        const grams = Number(`${whole}${String(fraction).padStart(3, "0")}`);
        expect(weightIn(digits, "kg")).toEqual({ type: "stable", grams });
      }),
    );
  });

  it.each([
    ["1.5", "kg", 1500],
    ["000.54", "kg", 540],
    ["1.2340", "kg", 1234],
    ["1234", "g", 1234],
    ["1234.0", "g", 1234],
  ] as const)("of %s %s are %i", (digits, unit, grams) => {
    expect(weightIn(digits, unit)).toEqual({ type: "stable", grams });
  });

  it.each([
    ["1.2345", "kg"],
    ["0.5", "g"],
    ["1.2.3", "kg"],
    ["", "kg"],
    ["-1.0", "kg"],
    ["NaN", "kg"],
    ["01?250", "kg"],
    ["1e3", "g"],
  ] as const)("are not in %s %s", (digits, unit) => {
    expect(weightIn(digits, unit)).toEqual({ type: "trouble", reason: "unreadable" });
  });
});
