import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, BackChannel, BLOCK_LIMIT } from "#drivers/printers/back-channel.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";

const start = millis(1_000_000);
const later = (duration: number) => millis(start + duration);

function answers(hex: string, back = new BackChannel()): readonly Answer[] {
  return [...fromHex(hex)].flatMap((byte) => back.take(byte, start) ?? []);
}

const ready = { type: "automatic", status: [0x10, 0, 0, 0] };

describe("the back channel", () => {
  it.each([
    ["automatic status", "10 00 00 00", [ready]],
    ["real-time status", "12", [{ type: "real-time", status: 0x12 }]],
    ["a queued answer", "0c", [{ type: "queued", status: 0x0c }]],
    [
      "a process id",
      "37 22 30 30 30 31 00",
      [{ type: "block", bytes: fromHex("37 22 30 30 30 31") }],
    ],
    [
      "a name that holds status patterns",
      "5f 10 12 14 00",
      [{ type: "block", bytes: fromHex("5f 10 12 14") }],
    ],
    ["XOFF inside automatic status", "10 00 13 00 00", [{ type: "flow", byte: 0x13 }, ready]],
    [
      "real-time status right behind automatic",
      "10 00 00 00 16",
      [ready, { type: "real-time", status: 0x16 }],
    ],
  ])("tells %s", (_, hex, expected) => {
    expect(answers(hex)).toEqual(expected);
  });

  it("counts half an automatic status that something else cuts short", () => {
    const back = new BackChannel();

    expect(answers("10 00 10 00 00 00", back)).toEqual([ready]);
    expect(back.settle(later(500))).toBe(2);
  });

  it("starts over when an answer has been unfinished for half a second", () => {
    const back = new BackChannel();
    answers("10 00", back);

    expect(back.deadline).toBe(later(500));
    expect(back.settle(later(499))).toBe(0);
    expect(back.settle(later(500))).toBe(2);
    expect(back.deadline).toBeNull();
    expect(answers("10 00 00 00", back)).toEqual([ready]);
  });

  it("gives up a block that does not end", () => {
    const back = new BackChannel();
    const endless = `5f ${"41 ".repeat(BLOCK_LIMIT)}`;

    expect(answers(endless, back)).toEqual([]);
    expect(answers("10 00 00 00", back)).toEqual([ready]);
    expect(back.settle(later(500))).toBe(BLOCK_LIMIT + 1);
  });

  it("accounts for every byte, whatever arrives", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (stream) => {
        const back = new BackChannel();
        const told = [...stream].flatMap((byte) => back.take(byte, start) ?? []);

        const size = { automatic: 4, "real-time": 1, queued: 1, flow: 1 };
        const heard = told.map((a) => (a.type === "block" ? a.bytes.length + 1 : size[a.type]));
        const noise = back.settle(later(500));
        expect(heard.reduce((sum, n) => sum + n, 0) + noise).toBe(stream.length);
      }),
    );
  });
});
