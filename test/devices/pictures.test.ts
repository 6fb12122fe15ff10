/** Pictures printed by the driver and read off the paper of the virtual printer, dot by dot. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { starTsp650ii } from "#drivers/printers/models/star-tsp650ii.ts";
import { ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import type { PaperRow } from "#simulator/paper/paper.ts";
import type { PictureBlock } from "#state/base/document.ts";
import { millis } from "#state/base/units.ts";
import { anyPicture, pictureBlock } from "#test/support/pictures.ts";

function print(model: PrinterModel, block: PictureBlock) {
  const widthDots = model.paperDots === 384 ? 384 : 576;
  const options = { language: model.speaks, widthDots, receiveBufferBytes: 1 << 20 } as const;
  const printer = new ReceiptPrinter(options);
  const { bytes } = new ReceiptEncoder(model).encode({ blocks: [block] }).lines;
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

it.each([
  ["GS v 0", generic58mm],
  ["ESC X", starTsp650ii],
])("prints a picture as it is, over many bands of %s", (_, model) => {
  const width = 200;
  const stride = width / 8;
  // No byte of it is a DLE, so that no dot need be moved.
  const bytes = Uint8Array.from({ length: stride * 90 }, (_, at) => ((at * 37) % 256) | 0x80);

  const { rows } = print(model, pictureBlock(width, 90, bytes));

  const expected = Array.from({ length: 90 }, (_, row) => {
    return binary(bytes.subarray(row * stride, (row + 1) * stride));
  });
  expect(shape(rows.slice(0, 90))).toEqual(shape(expected));
  expect(rows.slice(90).join("")).not.toContain("1");
});

it("never says anything that the printer answers or obeys at once, whatever it shows", () => {
  fc.assert(
    fc.property(anyPicture(384), (block) => {
      const { said, rows } = print(generic58mm, block);

      expect(said).toEqual([]);
      expect(rows).toHaveLength(block.heightDots);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 40) },
  );
});

it("says in words what is too wide for the paper", () => {
  const { unprintable } = new ReceiptEncoder(generic58mm).encode({
    blocks: [pictureBlock(400, 1, new Uint8Array(50))],
  });

  expect(unprintable).toBe("logo");
});
