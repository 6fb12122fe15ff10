import fc from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";

const byte = fc.oneof(
  { weight: 3, arbitrary: fc.nat(255) },
  { weight: 2, arbitrary: fc.constantFrom(0x30, 0x31, 0x32, 1, 2, 0, 0x45, 0x50, 0x51, 0x52) },
  { weight: 1, arbitrary: fc.integer({ min: 0x30, max: 0x39 }) },
);
const bytes = (most: number) => fc.array(byte, { maxLength: most });

/** `GS ( x` and its like: a length that is right, and something behind it. */
const extended = fc
  .tuple(
    fc.constantFrom([0x1d, 0x28, 0x4c], [0x1d, 0x28, 0x45], [0x1d, 0x28, 0x44], [0x1d, 0x28, 0x48],
      [0x1d, 0x28, 0x4b], [0x1b, 0x28, 0x41]), // biome-ignore format: a table reads as a table
    bytes(24),
  )
  .map(([head, body]) => [...head, body.length, 0, ...body]);

/** `GS ( k cn fn …`: a symbol is set, filled and printed. */
const symbol = fc
  .tuple(fc.integer({ min: 0x30, max: 0x36 }), fc.integer({ min: 65, max: 82 }), bytes(20))
  .map(([cn, fn, body]) => [0x1d, 0x28, 0x6b, body.length + 2, 0, cn, fn, ...body]);

const printSymbol = fc
  .integer({ min: 0x30, max: 0x36 })
  .map((cn) => [0x1d, 0x28, 0x6b, 3, 0, cn, 0x51, 0x30]);

const barCode = fc
  .tuple(fc.integer({ min: 65, max: 79 }), bytes(16))
  .map(([m, data]) => [0x1d, 0x6b, m, data.length, ...data]);

const plain = fc
  .tuple(
    fc.constantFrom([0x1d, 0x56], [0x1c, 0x71], [0x1d, 0x67], [0x1d, 0x49], [0x1d, 0x72],
      [0x1d, 0x2a], [0x1d, 0x2f], [0x1b, 0x2a], [0x10, 0x04], [0x10, 0x05], [0x10, 0x14],
      [0x1d, 0x61], [0x1d, 0x76, 0x30]), // biome-ignore format: a table reads as a table
    bytes(10),
  )
  .map(([head, body]) => [...head, ...body]);

const stream = fc
  .array(fc.oneof(extended, symbol, printSymbol, barCode, plain), { maxLength: 12 })
  .map((commands) => commands.flat());

/** What the printer says, prints and tells, however the line parts the stream. */
function outcome(sent: readonly number[], pieceBytes: number) {
  const table = new PrinterTable({ receiveBufferBytes: 65_536 });
  const said: string[] = [];
  for (let at = 0; at < sent.length; at += pieceBytes) {
    said.push(table.host(toHex(Uint8Array.from(sent.slice(at, at + pieceBytes)))));
  }
  said.push(table.settle());
  return {
    said: said.filter((hex) => hex !== "").join(" "),
    paper: table.paper,
    events: table.events,
  };
}

test("whatever is sent, nothing throws, and how it is parted does not matter", () => {
  fc.assert(
    fc.property(stream, fc.integer({ min: 1, max: 7 }), (sent, pieceBytes) => {
      expect(outcome(sent, pieceBytes)).toEqual(outcome(sent, sent.length || 1));
    }),
  );
});
