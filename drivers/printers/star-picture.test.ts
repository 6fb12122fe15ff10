import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runOf } from "#drivers/printers/command-writer.ts";
import { pictureOf } from "#drivers/printers/picture.ts";
import { pictureBands } from "#drivers/printers/star-picture.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { pictureBlock } from "#test/support/pictures.ts";

describe("a picture in Star line mode", () => {
  it("agrees with the bytes typed from the manual", () => {
    const file = new URL("../../test/golden/star/picture/bytes.hex", import.meta.url);
    // A bar across the first row, and a dot at the left of the tenth and of the 25th.
    const bytes = new Uint8Array(25);
    bytes.set([0xff], 0);
    bytes.set([0x80], 9);
    bytes.set([0x80], 24);

    const bands = pictureBands(pictureOf(pictureBlock(8, 25, bytes), 576));

    expect(toHex(runOf(...bands).bytes)).toBe(toHex(fromHex(readFileSync(file, "utf8"))));
  });

  it("is nothing where it has no dots", () => {
    expect(pictureBands(pictureOf(pictureBlock(8, 0, new Uint8Array()), 576))).toEqual([]);
  });
});
