import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRealTime, type Picture, pictureOf, withoutRealTime } from "#drivers/printers/picture.ts";
import { anyPicture, pictureBlock } from "#test/support/pictures.ts";

const headDots = 384;

/** Each row as a string of dots. */
function dotsOf({ bytesPerRow, rows, bits }: Picture): readonly string[] {
  return Array.from({ length: rows }, (_, row) => {
    const bytes = [...bits.subarray(row * bytesPerRow, (row + 1) * bytesPerRow)];
    return bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  });
}

/** Each row as one number, its left dot on top: hundreds of dots are compared at once. */
function rowsOf({ bytesPerRow, rows, bits }: Picture): readonly bigint[] {
  return Array.from({ length: rows }, (_, row) => {
    const bytes = bits.subarray(row * bytesPerRow, (row + 1) * bytesPerRow);
    return [...bytes].reduce((dots, byte) => (dots << 8n) | BigInt(byte), 0n);
  });
}

/** Whether all that is black in one is black in the other, `by` dots to the right. */
function isMoved(from: Picture, to: Picture, by: number): boolean {
  const wider = BigInt(8 * (to.bytesPerRow - from.bytesPerRow));
  const after = rowsOf(to);
  return rowsOf(from).every((dots, row) => {
    const moved = (dots << wider) >> BigInt(by);
    const isWhole = moved << BigInt(by) === dots << wider;
    return isWhole && (moved & ~(after[row] ?? 0n)) === 0n;
  });
}

describe("a picture", () => {
  it("has nothing black past its width", () => {
    const picture = pictureOf(pictureBlock(10, 2, Uint8Array.of(0xff, 0xff, 0xff, 0xff)), headDots);

    expect(dotsOf(picture)).toEqual(["1111111111000000", "1111111111000000"]);
  });

  it("is cut off where the head ends, row by row", () => {
    const wide = pictureBlock(24, 2, Uint8Array.of(0x80, 0xff, 1, 0x40, 0xff, 2));

    expect(dotsOf(pictureOf(wide, 12))).toEqual(["1000000011110000", "0100000011110000"]);
  });

  it("is white where bits are missing or no base64", () => {
    const bad = { ...pictureBlock(8, 2, Uint8Array.of(0xff)), bits: "?" };

    expect(dotsOf(pictureOf(bad, headDots))).toEqual(["00000000", "00000000"]);
    expect(dotsOf(pictureOf(pictureBlock(8, 2, Uint8Array.of(0xff)), headDots))[1]).toBe(
      "00000000",
    );
    expect(pictureOf({ ...bad, widthDots: Number.NaN, heightDots: -1 }, headDots).rows).toBe(0);
  });
});

describe("a picture without real-time commands", () => {
  it("is moved by as little as helps", () => {
    const picture = pictureOf(pictureBlock(16, 1, Uint8Array.of(0x10, 0x04)), headDots);

    expect(dotsOf(withoutRealTime(picture, headDots))).toEqual(["000010000000001000000000"]);
  });

  it("is the same picture, moved by up to seven dots, with a dot more at worst", () => {
    fc.assert(
      fc.property(anyPicture(headDots), (block) => {
        const picture = pictureOf(block, headDots);
        const safe = withoutRealTime(picture, headDots);

        // Black stays black in one of them; what is added lies beside a lonely dot of a DLE.
        const move = [0, 1, 2, 3, 4, 5, 6, 7].find((by) => isMoved(picture, safe, by));
        expect(move).toBeDefined();
        expect(8 * safe.bytesPerRow).toBeLessThanOrEqual(
          Math.max(headDots, 8 * picture.bytesPerRow),
        );
        const begun = safe.bits.findIndex((byte, at) => {
          const isInRow = (at + 1) % safe.bytesPerRow !== 0;
          return isInRow && isRealTime(byte, safe.bits[at + 1]);
        });
        expect(begun).toBe(-1);
      }),
    );
  });
});
