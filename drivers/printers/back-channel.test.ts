import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BackChannel, type Said } from "#drivers/printers/back-channel.ts";
import { BLOCK_LIMIT, FENCE, frameEscpos, processMark } from "#drivers/printers/escpos-answers.ts";
import { fromAutomatic } from "#drivers/printers/status.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";

const start = millis(1_000_000);
const later = (duration: number) => millis(start + duration);

function answers(hex: string, back = new BackChannel(frameEscpos)): readonly Said[] {
  return [...fromHex(hex)].flatMap((byte) => back.take(byte, start) ?? []);
}

const ready = { type: "status", reported: fromAutomatic([0x10, 0, 0, 0]), mark: null };

describe("the back channel", () => {
  it.each([
    ["automatic status", "10 00 00 00", [ready]],
    ["real-time status", "12", [{ type: "answer", status: 0x12 }]],
    ["a queued answer", "0c", [{ type: "mark", mark: FENCE, bytes: 1 }]],
    [
      "a process id",
      "37 22 30 30 30 31 00",
      [{ type: "mark", mark: processMark("0001"), bytes: 0 }],
    ],
    [
      "a name that holds status patterns",
      "5f 10 12 14 00",
      [{ type: "mark", mark: "information", bytes: 5, text: "\x10\x12\x14" }],
    ],
    ["XOFF inside automatic status", "10 00 13 00 00", [{ type: "flow", isOn: false }, ready]],
    [
      "real-time status right behind automatic",
      "10 00 00 00 16",
      [ready, { type: "answer", status: 0x16 }],
    ],
  ])("tells %s", (_, hex, expected) => {
    expect(answers(hex)).toEqual(expected);
  });

  it("counts half an automatic status that something else cuts short", () => {
    const back = new BackChannel(frameEscpos);

    expect(answers("10 00 10 00 00 00", back)).toEqual([ready]);
    expect(back.settle(later(500))).toBe(2);
  });

  it("starts over when an answer has been unfinished for half a second", () => {
    const back = new BackChannel(frameEscpos);
    answers("10 00", back);

    expect(back.deadline).toBe(later(500));
    expect(back.settle(later(499))).toBe(0);
    expect(back.settle(later(500))).toBe(2);
    expect(back.deadline).toBeNull();
    expect(answers("10 00 00 00", back)).toEqual([ready]);
  });

  it("gives up a block that does not end", () => {
    const back = new BackChannel(frameEscpos);
    const endless = `5f ${"41 ".repeat(BLOCK_LIMIT)}`;

    expect(answers(endless, back)).toEqual([]);
    expect(answers("10 00 00 00", back)).toEqual([ready]);
    expect(back.settle(later(500))).toBe(BLOCK_LIMIT + 1);
  });

  it("accounts for every byte, whatever arrives", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (stream) => {
        const back = new BackChannel(frameEscpos);
        const told = [...stream].flatMap((byte) => back.take(byte, start) ?? []);

        const heard = told.map((said) => {
          if (said.type === "status") return 4;
          if (said.type === "unknown") return said.bytes;
          if (said.type === "mark" && said.text !== undefined) return said.bytes;
          return said.type === "mark" && said.mark !== FENCE ? 7 : 1;
        });
        const noise = back.settle(later(500));
        expect(heard.reduce((sum, n) => sum + n, 0) + noise).toBe(stream.length);
      }),
    );
  });
});
