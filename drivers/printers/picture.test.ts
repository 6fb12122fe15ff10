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

const count = (dots: readonly string[]) => dots.join("").replaceAll("0", "").length;

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

        const before = dotsOf(picture);
        const after = dotsOf(safe);
        const width = 8 * safe.bytesPerRow;
        const moves = [0, 1, 2, 3, 4, 5, 6, 7].map((by) => {
          return before.map((dots) =>
            `${"0".repeat(by)}${dots}`.slice(0, width).padEnd(width, "0"),
          );
        });
        // Black stays black in one of them; what is added lies beside a lonely dot of a DLE.
        const fits = moves.filter((rows) => {
          return (
            count(rows) === count(before) &&
            rows.every((dots, row) => {
              return [...dots].every((dot, at) => dot === "0" || after[row]?.[at] === "1");
            })
          );
        });
        expect(fits.length).toBeGreaterThan(0);
        expect(8 * safe.bytesPerRow).toBeLessThanOrEqual(
          Math.max(headDots, 8 * picture.bytesPerRow),
        );
        for (let at = 0; at + 1 < safe.bits.length; at += 1) {
          const isInRow = (at + 1) % safe.bytesPerRow !== 0;
          if (isInRow) expect(isRealTime(safe.bits[at], safe.bits[at + 1])).toBe(false);
        }
      }),
    );
  });
});
