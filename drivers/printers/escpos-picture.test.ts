import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runOf } from "#drivers/printers/command-writer.ts";
import { pictureBands } from "#drivers/printers/escpos-picture.ts";
import { isRealTime, pictureOf } from "#drivers/printers/picture.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { anyPicture, pictureBlock } from "#test/support/pictures.ts";

const room = { headDots: 384, bandBytes: 96 };
const bandsOf = (block: ReturnType<typeof pictureBlock>) => {
  return pictureBands(pictureOf(block, room.headDots), room);
};

describe("a picture in ESC/POS", () => {
  it("agrees with the bytes typed from the manual", () => {
    const file = new URL("../../test/golden/escpos/picture/bytes.hex", import.meta.url);
    const bytes = Uint8Array.of(0xff, 0xc0, 0x80, 0x40, 0xff, 0xc0);

    const bands = bandsOf(pictureBlock(10, 3, bytes));

    expect(toHex(runOf(...bands).bytes)).toBe(toHex(fromHex(readFileSync(file, "utf8"))));
  });

  it("is parted between rows, before a real-time command would stand across them", () => {
    const rows = Uint8Array.of(0x01, 0x10, 0x04, 0x01);

    const bands = bandsOf(pictureBlock(16, 2, rows));

    expect(bands.map(({ bytes }) => toHex(bytes))).toEqual([
      "1d 76 30 00 02 00 01 00 01 10",
      "1d 76 30 00 02 00 01 00 04 01",
    ]);
  });

  it("goes in bands that fit, and holds no real-time command, whatever it shows", () => {
    fc.assert(
      fc.property(anyPicture(room.headDots), (block) => {
        const { bytes, ends } = runOf(...bandsOf(block));

        const sizes = ends.map((end, index) => end - (ends[index - 1] ?? 0));
        expect(Math.max(...sizes)).toBeLessThanOrEqual(room.bandBytes);
        expect(bytes.findIndex((byte, at) => isRealTime(byte, bytes[at + 1]))).toBe(-1);
      }),
    );
  });

  it("is nothing where it has no dots", () => {
    expect(bandsOf(pictureBlock(0, 5, new Uint8Array()))).toEqual([]);
    expect(bandsOf(pictureBlock(5, 0, new Uint8Array()))).toEqual([]);
  });
});
