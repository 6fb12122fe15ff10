import fc from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";

const ESC = 0x1b;
const GS = 0x1d;
const byte = fc.oneof(
  { weight: 3, arbitrary: fc.nat(255) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 2, 3, 0x0a, 0x1e, 0x30, 0x31, 0x32, ESC, GS) },
  { weight: 2, arbitrary: fc.integer({ min: 0x25, max: 0x5a }) },
);
const bytes = (most: number) => fc.array(byte, { maxLength: most });

const single = fc.tuple(byte, bytes(8)).map(([kind, body]) => [ESC, kind, ...body]);
const group = fc.tuple(byte, bytes(8)).map(([kind, body]) => [ESC, GS, kind, ...body]);

const barCode = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0x31, max: 0x39 }), bytes(16))
  .map(([type, mode, data]) => [ESC, 0x62, type, 0x31, mode, 0x40, ...data, 0x1e]);

/** `ESC GS x` PDF417 and `ESC GS y` QR: set, filled, printed, asked. */
const stackedCode = fc
  .tuple(fc.constantFrom(0x78, 0x79), fc.constantFrom(0x30, 0x31, 0x32, 0x33), byte, bytes(20))
  .map(([code, which, value, data]) => [
    ...[ESC, GS, code, 0x53, which, value, ...(code === 0x78 && which === 0x30 ? [value, 1] : [])],
    ...[ESC, GS, code, 0x44, ...(code === 0x79 ? [0x31, 0] : []), data.length, 0, ...data],
    ...[ESC, GS, code, 0x50, ESC, GS, code, 0x49],
  ]);

const picture = fc
  .tuple(fc.constantFrom(0x58, 0x6b, 0x4b, 0x4c), fc.integer({ min: 0, max: 3 }), bytes(80))
  .map(([kind, width, data]) => [ESC, kind, width, 0, ...data]);

const raster = fc
  .tuple(fc.constantFrom(0x41, 0x42, 0x43, 0x50, 0x45, 0x46, 0x59), bytes(3), bytes(6))
  .map(([kind, text, data]) => [ESC, 0x2a, 0x72, kind, ...text, 0, 0x62, data.length, 0, ...data]);

/** Logos, drawn characters and macros, of which some are not whole. */
const kept = fc
  .tuple(fc.nat(2), fc.nat(3), bytes(60), fc.nat(255))
  .map(([count, size, data, n]) => [
    ...[ESC, 0x1c, 0x71, count, size, 0, 1, 0, ...data.slice(0, 8 * size), ESC, 0x1c, 0x70, 1, n],
    ...[ESC, 0x26, 1, 1, n, ...data, ESC, 0x25, 1, n, ESC, 0x1e, 0x4c, n],
    ...[ESC, GS, 0x2b, count, 0, data.length, 0, ...data, ESC, GS, 0x2b, 1, 0, 0, 0],
  ]);

/** `ESC GS P n`: into page mode, about on the page and out again. */
const page = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.array(fc.nat(99), { minLength: 8, maxLength: 8 }))
  .map(([n, places]) => [ESC, GS, 0x50, n, ...places.map((at, index) => (index & 1 ? 0 : at))]);

const stream = fc
  .array(fc.oneof(single, group, barCode, stackedCode, picture, raster, kept, page, bytes(6)), {
    maxLength: 12,
  })
  .map((commands) => commands.flat());

/** What the printer says, prints and tells, however the line parts the stream. */
function outcome(sent: readonly number[], pieceBytes: number) {
  const table = new PrinterTable({ language: "star-line", receiveBufferBytes: 65_536 });
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
