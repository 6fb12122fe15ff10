import fc from "fast-check";
import { expect, it } from "vitest";
import { BackChannel, type Said } from "#drivers/printers/back-channel.ts";
import { countMark, frameStar } from "#drivers/printers/star-answers.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";

const start = millis(1_000_000);

function answers(hex: string, back = new BackChannel(frameStar)): readonly Said[] {
  return [...fromHex(hex)].flatMap((byte) => back.take(byte, start) ?? []);
}

const ready = {
  ...{ isOffline: false, coverOpen: false, recEmpty: false, recNearEnd: false },
  ...{ cutterError: false, hasError: false, pin3: "low" },
};

it.each([
  ["ready", "23 06 00 00 00 00 00 00 00", {}, countMark(0)],
  ["drawer", "23 06 04 00 00 00 00 02 00", { pin3: "high" }, countMark(1)],
  ["cover open", "23 06 28 00 00 00 00 08 00", { isOffline: true, coverOpen: true }, countMark(4)],
  ["paper out", "23 06 08 00 00 08 00 20 00", { isOffline: true, recEmpty: true }, countMark(8)],
  ["near end, outside", "23 06 00 00 00 02 00 40 00", { recNearEnd: true }, countMark(16)],
  ["near end, inside", "23 06 00 00 00 04 00 00 00", { recNearEnd: true }, countMark(0)],
  ["ready, on a network", "23 86 00 00 00 00 00 02 00 00 00", {}, countMark(1)],
  ["a hot head", "23 06 08 40 00 00 00 00 00", { isOffline: true, hasError: true }, countMark(0)],
  ["a dead head", "23 06 08 20 00 00 00 00 00", { isOffline: true, hasError: true }, countMark(0)],
  [
    "cutter",
    "23 06 08 08 00 00 00 6e 00",
    { isOffline: true, cutterError: true, hasError: true },
    countMark(31),
  ],
  ["a short status, which has no count", "0f 06 00 00 00 00 00", {}, null],
])("tells %s", (_, hex, changed, mark) => {
  expect(answers(hex)).toEqual([{ type: "status", reported: { ...ready, ...changed }, mark }]);
});

it("lets XOFF through in the middle, and begins anew with a new header", () => {
  expect(answers("23 06 13 00 00 00 00 00 00 00").map(({ type }) => type)).toEqual([
    "flow",
    "status",
  ]);
  const back = new BackChannel(frameStar);
  expect(answers("23 06 00 23 06 00 00 00 00 00 00 00", back)).toHaveLength(1);
  expect(back.settle(millis(start + 500))).toBe(3);
});

it("is not told by a network how much follows that it never asked for", () => {
  const back = new BackChannel(frameStar);

  expect(answers("23 86 00 00 00 00 00 02 00 00 08", back)).toEqual([]);
  expect(back.settle(millis(start + 500))).toBe(11);
});

it("accounts for every byte, whatever arrives", () => {
  const header = 0x23; // nine bytes; no other header among the bytes, so that each has that length
  const other = fc.nat(255).filter((byte) => ![0x01, 0x80].includes(byte & 0x91));
  const stream = fc.array(fc.oneof(fc.constantFrom(header, 0x00, 0x06, 0x11), other));
  fc.assert(
    fc.property(stream, (bytes) => {
      const back = new BackChannel(frameStar);
      const said = bytes.flatMap((byte) => back.take(byte, start) ?? []);

      const heard = said.map(({ type }) => (type === "status" ? 9 : 1));
      const noise = back.settle(millis(start + 500));
      expect(heard.reduce((sum, size) => sum + size, 0) + noise).toBe(bytes.length);
    }),
  );
});
