/** Pictures printed by the driver and read off the paper of the virtual printer, dot by dot. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import type { PaperRow } from "#simulator/paper/paper.ts";
import type { PictureBlock } from "#state/base/document.ts";
import { millis } from "#state/base/units.ts";
import { anyPicture, pictureBlock } from "#test/support/pictures.ts";

const encoder = new ReceiptEncoder(generic58mm);

function print(block: PictureBlock) {
  const printer = new ReceiptPrinter({ widthDots: 384, receiveBufferBytes: 1 << 20 });
  const { bytes } = encoder.encode({ blocks: [block] }).lines;
  const answers = [printer.receive(bytes, millis(0))];
  for (let due = printer.deadline; due !== null; due = printer.deadline) {
    answers.push(printer.wake(due));
  }
  return {
    said: answers.flatMap(({ writes }) => writes),
    rows: printer.paper.receipts.flatMap(({ rows }) => rows).flatMap(dotsOf),
  };
}

/** Rows of dots, white at both sides taken off. */
function dotsOf(row: PaperRow): readonly string[] {
  if (row.kind !== "raster") return [];
  const stride = row.widthDots / 8;
  return Array.from({ length: row.heightDots }, (_, line) => {
    return binary(row.bits.subarray(line * stride, (line + 1) * stride));
  });
}

const binary = (bytes: Uint8Array) => {
  return [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
};
/** Where a picture stands does not matter here, only what it shows. */
const shape = (rows: readonly string[]) => {
  const left = Math.min(...rows.map((row) => row.indexOf("1")).filter((at) => at >= 0));
  return rows.map((row) =>
    row.slice(left === Number.POSITIVE_INFINITY ? 0 : left).replace(/0+$/, ""),
  );
};

it("prints a picture as it is, over many bands", () => {
  const width = 200;
  const stride = width / 8;
  // No byte of it is a DLE, so that no dot need be moved.
  const bytes = Uint8Array.from({ length: stride * 90 }, (_, at) => ((at * 37) % 256) | 0x80);

  const { rows } = print(pictureBlock(width, 90, bytes));

  const expected = Array.from({ length: 90 }, (_, row) => {
    return binary(bytes.subarray(row * stride, (row + 1) * stride));
  });
  expect(shape(rows)).toEqual(shape(expected));
});

it("never says anything that the printer answers or obeys at once, whatever it shows", () => {
  fc.assert(
    fc.property(anyPicture(384), (block) => {
      const { said, rows } = print(block);

      expect(said).toEqual([]);
      expect(rows).toHaveLength(block.heightDots);
    }),
    { numRuns: 40 },
  );
});

it("says in words what is too wide for the paper", () => {
  const { unprintable } = encoder.encode({ blocks: [pictureBlock(400, 1, new Uint8Array(50))] });

  expect(unprintable).toBe("logo");
});
