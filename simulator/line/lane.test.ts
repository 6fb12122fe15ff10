import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { goodLane, type LaneFaults } from "./faults.ts";
import { Lane } from "./lane.ts";

const start = millis(1_000);

/** What arrives of `text` and when, in milliseconds from its start. */
function arrivals(faults: Partial<LaneFaults>, ...texts: readonly string[]) {
  const lane = new Lane();
  lane.change(faults);
  const ends = texts.map((text) => lane.send(new TextEncoder().encode(text), start));
  const pieces = lane.take(millis(1e9));
  const heard = pieces.map(({ due, bytes }) => `${due - start}:${new TextDecoder().decode(bytes)}`);
  return { heard: heard.join(" "), ends, lost: lane.state.lost };
}

describe("a cable that", () => {
  test.each([
    ["is good", {}, "0:abcdefghij", 0],
    ["loses the next bytes", { loseNext: 3 }, "0:defghij", 3],
    ["loses each fourth byte", { loseEvery: 4 }, "0:abcefgij", 2],
    ["is slow to answer", { delayMs: 30 }, "30:abcdefghij", 0],
    ["repeats a chunk", { doubleNext: 1 }, "0:abcdefghij 0:abcdefghij", 0],
    ["breaks chunks up", { pieceBytes: 4, pieceGapMs: 7 }, "0:abcd 7:efgh 14:ij", 0],
    ["is cut in the middle", { cutAfter: 4 }, "0:abcd", 6],
    ["is reset in the middle", { resetAfter: 4 }, "0:abcd", 6],
  ] as const)("%s", (_name, faults, heard, lost) => {
    expect(arrivals(faults, "abcdefghij")).toMatchObject({ heard, lost });
  });

  test("is cut or reset says so, once", () => {
    expect(arrivals({ cutAfter: 3 }, "ab", "cd", "ef").ends).toEqual([null, "cut", null]);
    expect(arrivals({ resetAfter: 2 }, "ab", "cd").ends).toEqual(["reset", null]);
  });

  test("counts over chunks, and only as far as it was told", () => {
    expect(arrivals({ loseNext: 3 }, "ab", "cd").heard).toBe("0:d");
    expect(arrivals({ doubleNext: 1 }, "ab", "cd").heard).toBe("0:ab 0:ab 0:cd");
  });

  test("loses bytes at random loses the same ones for the same seed", () => {
    const text = "0123456789".repeat(40);
    const with1 = arrivals({ losePerMille: 100, seed: 1 }, text);
    const with2 = arrivals({ losePerMille: 100, seed: 2 }, text);

    expect(arrivals({ losePerMille: 100, seed: 1 }, text)).toEqual(with1);
    expect(with2.heard).not.toBe(with1.heard);
    expect(with1.lost).toBeGreaterThan(15);
    expect(with1.lost).toBeLessThan(80);
  });
});

test("a mended cable delivers what it still holds, and then behaves", () => {
  const lane = new Lane();
  lane.change({ delayMs: 50, loseEvery: 2 });
  lane.send(Uint8Array.of(1, 2, 3, 4), start);

  lane.mend();
  lane.send(Uint8Array.of(5, 6), start);

  expect(lane.take(millis(start + 49))).toEqual([]);
  expect(lane.take(millis(start + 50)).map(({ bytes }) => [...bytes])).toEqual([
    [1, 3],
    [5, 6],
  ]);
  expect(lane.state).toEqual({ ...goodLane, lost: 2 });
});

const someFaults: fc.Arbitrary<Partial<LaneFaults>> = fc.record(
  {
    loseEvery: fc.nat(9),
    losePerMille: fc.nat(1000),
    seed: fc.nat(),
    delayMs: fc.nat(500),
    doubleNext: fc.nat(3),
    pieceBytes: fc.nat(9),
    pieceGapMs: fc.nat(20),
  },
  { requiredKeys: [] },
);

test("whatever its faults, bytes keep their order and none is made up", () => {
  const chunks = fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 10 });
  fc.assert(
    fc.property(someFaults, chunks, (faults, sent) => {
      const lane = new Lane();
      lane.change(faults);
      sent.forEach((bytes, index) => {
        lane.send(bytes, millis(start + index * 3));
      });

      const pieces = lane.take(millis(1e9));

      const dues = pieces.map(({ due }) => due);
      expect(dues).toEqual(dues.toSorted((a, b) => a - b));
      const { lost } = lane.state;
      const written = sent.flatMap((bytes) => [...bytes]);
      const arrived = pieces.flatMap(({ bytes }) => [...bytes]);
      if ((faults.doubleNext ?? 0) > 0) {
        expect(arrived.length + lost).toBeGreaterThanOrEqual(written.length);
      } else {
        expect(arrived.length + lost).toBe(written.length);
        expect(isThinned(written, arrived)).toBe(true);
      }
    }),
  );
});

/** Whether `rest` is `whole` with some items left out. */
function isThinned(whole: readonly number[], rest: readonly number[]): boolean {
  let at = 0;
  for (const each of whole) if (at < rest.length && rest[at] === each) at += 1;
  return at === rest.length;
}
