import fc from "fast-check";
import { expect, test } from "vitest";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { paperPicture } from "#simulator/paper/paper-picture.ts";
import { toHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";

test("a page of a printer without power, or cleared by the host, is gone", () => {
  const table = new PrinterTable();

  table.host("1b 4c 41 10 14 08 01 03 14 01 06 02 08 42 0a");
  table.settle();
  table.host("1b 4c 43");
  table.person({ kind: "power", power: "off" }, { kind: "power", power: "on" });
  table.host("44 0a 0c");
  table.settle();

  expect(table.paper).toBe("B\nD\n");
});

const ascii = (text: string) => [...new TextEncoder().encode(text)];
const small = fc.nat(60);
const coordinate = fc.tuple(small, fc.constantFrom(0, 0, 0, 1, 255));
/** Commands of text, layout and pages by what follows their names, and text between them. */
const oneByte = ascii("!VT{ 3JKe-Rt9").map((second) => [0x1b, second]);
const oneByteMore = ascii("Bb!").map((second) => [0x1d, second]);
const oneWord = [
  ...ascii("$\\").map((second) => [0x1b, second]),
  ...ascii("$\\LWP").map((second) => [0x1d, second]),
];
const alone = [[0x0a], [0x0c], [0x18], [0x09], [0x1b, 0x0c], [0x1b, 0x4c], [0x1b, 0x53]];
const ean8 = [0x1d, 0x6b, 0x44, 7, ...ascii("9638507")];
const picture = [0x1d, 0x76, 0x30, 0, 2, 0, 2, 0, 0xff, 0xff, 0x80, 0x01];
const piece = fc.oneof(
  fc.array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 30 }),
  fc.constantFrom(...alone, ean8, picture),
  fc.tuple(fc.constantFrom(...oneByte, ...oneByteMore), small).map(([head, n]) => [...head, n]),
  fc.tuple(fc.constantFrom(...oneWord), coordinate).map(([head, n]) => [...head, ...n]),
  fc.tuple(...Array.from({ length: 4 }, () => coordinate)).map((n) => [0x1b, 0x57, ...n.flat()]),
);
const anyJob = fc.array(piece, { maxLength: 60 }).map((pieces) => Uint8Array.from(pieces.flat()));

test("whatever is sent, the paper can be read, drawn and burned, and pieces change nothing", () => {
  fc.assert(
    fc.property(anyJob, fc.integer({ min: 1, max: 7 }), (job, size) => {
      const [whole, parted] = [new PrinterTable(), new PrinterTable()];
      whole.host(toHex(job));
      for (let at = 0; at < job.length; at += size) parted.host(toHex(job.subarray(at, at + size)));
      for (const table of [whole, parted]) {
        table.host("1b 40 41 0a");
        table.settle();
      }

      expect(parted.paper).toBe(whole.paper);
      for (const receipt of whole.printer.paper.receipts) {
        expect(paperDots(receipt).width).toBe(576);
        expect(paperPicture(receipt)).not.toMatch(/NaN|Infinity|undefined/);
      }
    }),
    { numRuns: 60 },
  );
});
