import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRAME_LIMIT, TerminatorFramer } from "#drivers/framing/terminator-framer.ts";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

const start = millis(1_000_000);
const later = (duration: number) => millis(start + duration);

function frames(...chunks: readonly string[]): readonly string[] {
  const framer = new TerminatorFramer();
  return chunks
    .flatMap((chunk) => framer.receive(fromHex(chunk), start))
    .map((framed) => (framed.type === "frame" ? toHex(framed.bytes) : framed.reason));
}

describe("a frame", () => {
  it.each([
    ["carriage return", ["41 42 0d"], ["41 42"]],
    ["line feed", ["41 42 0a"], ["41 42"]],
    ["both", ["41 42 0d 0a"], ["41 42"]],
    ["both, apart", ["41 42 0d", "0a"], ["41 42"]],
    ["both, apart, the next frame close behind", ["41 0d", "0a 42 0d"], ["41", "42"]],
    ["nothing at all, twice over", ["0d 0a 0d 0a"], []],
  ])("ends once at %s", (_, chunks, expected) => {
    expect(frames(...chunks)).toEqual(expected);
  });

  it("may arrive in five pieces", () => {
    expect(frames("41", "42", "43", "44", "0d")).toEqual(["41 42 43 44"]);
  });

  it("may share its read with the next", () => {
    expect(frames("41 0d 42 0d")).toEqual(["41", "42"]);
  });

  it("sheds STX and ETX, on either side of the terminator", () => {
    expect(frames("02 41 03 0d")).toEqual(["41"]);
    expect(frames("02 41 0d 03 02 42 0d 03")).toEqual(["41", "42"]);
  });

  it("takes ETX for the end of what STX began, with a CR behind it or none", () => {
    expect(frames("02 41 03 02 42 03 0d 43 0d")).toEqual(["41", "42", "43"]);
    expect(frames("41 03 42 0d")).toEqual(["41 03 42"]);
  });

  it("keeps the GS1 separator", () => {
    expect(frames("30 31 1d 32 31 0d")).toEqual(["30 31 1d 32 31"]);
  });
});

describe("a fragment", () => {
  it("is dropped half a second after its last byte, and counted", () => {
    const framer = new TerminatorFramer();
    framer.receive(fromHex("41 42"), start);
    framer.receive(fromHex("43"), later(400));

    expect(framer.deadline).toBe(later(900));
    expect(framer.wake(later(899))).toEqual([]);
    expect(framer.wake(later(900))).toEqual([
      { type: "dropped", reason: "stale-fragment", bytesDropped: 3 },
    ]);
    expect(framer.deadline).toBeNull();
  });

  it("does not soil a scan that is read before the alarm rings", () => {
    const framer = new TerminatorFramer();
    framer.receive(fromHex("41 42"), start);

    const framed = framer.receive(fromHex("43 0d"), later(700));

    expect(framed).toEqual([
      { type: "dropped", reason: "stale-fragment", bytesDropped: 2 },
      { type: "frame", bytes: fromHex("43") },
    ]);
  });
});

describe("a frame that is too long", () => {
  it("holds 8192 bytes and not one more", () => {
    const framer = new TerminatorFramer();
    const full = new Uint8Array(FRAME_LIMIT).fill(0x41);

    expect(framer.receive(full, start)).toEqual([]);
    expect(framer.receive(fromHex("0d"), start)).toMatchObject([{ type: "frame" }]);
    framer.receive(full, start);
    expect(framer.receive(fromHex("42 0d 43 0d"), start)).toEqual([
      { type: "dropped", reason: "too-long", bytesDropped: FRAME_LIMIT + 1 },
      { type: "frame", bytes: fromHex("43") },
    ]);
  });

  it("is given up when its end never comes", () => {
    const framer = new TerminatorFramer();
    framer.receive(new Uint8Array(10_000).fill(0x41), start);

    expect(framer.wake(later(500))).toEqual([
      { type: "dropped", reason: "too-long", bytesDropped: 10_000 },
    ]);
  });
});

describe("any stream", () => {
  const bytes = fc.uint8Array({ maxLength: 200 });

  it("gives the same frames however it is split", () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 20 }), (stream, size) => {
        const whole = new TerminatorFramer();
        const split = new TerminatorFramer();

        const pieces = [];
        for (let at = 0; at < stream.length; at += size) {
          pieces.push(...split.receive(stream.subarray(at, at + size), start));
        }

        expect(pieces).toEqual([...whole.receive(stream, start)]);
      }),
    );
  });
});
