import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHex } from "#test/support/hex.ts";
import type { HostMessage } from "./protocol.ts";
import { UsbipReader } from "./reader.ts";

const zeros = (count: number) => Array.from({ length: count }, () => "00").join(" ");

/** Typed from usbip_protocol.rst: import of 1-2, a control read, a bulk write, an unlink. */
const conversation = fromHex(
  [
    `01 11 80 03 00 00 00 00 31 2d 32 ${zeros(29)}`,
    "00 00 00 01 00 00 00 07 00 01 00 02 00 00 00 01 00 00 00 00",
    "00 00 02 00 00 00 00 40 00 00 00 00 00 00 00 00 00 00 00 00 80 06 00 01 00 00 40 00",
    "00 00 00 01 00 00 00 08 00 01 00 02 00 00 00 00 00 00 00 01",
    "00 00 00 00 00 00 00 03 00 00 00 00 ff ff ff ff 00 00 00 00 00 00 00 00 00 00 00 00",
    "10 04 01",
    `00 00 00 02 00 00 00 09 00 01 00 02 00 00 00 00 00 00 00 00 00 00 00 08 ${zeros(24)}`,
  ].join(" "),
);

const noSetup = { requestType: 0, request: 0, value: 0, index: 0, length: 0 };
const messages: readonly HostMessage[] = [
  { kind: "import", busid: "1-2" },
  {
    kind: "submit",
    seqnum: 7,
    isIn: true,
    endpoint: 0,
    length: 64,
    setup: { requestType: 0x80, request: 6, value: 0x0100, index: 0, length: 64 },
    data: new Uint8Array(),
  },
  {
    kind: "submit",
    seqnum: 8,
    isIn: false,
    endpoint: 1,
    length: 3,
    setup: noSetup,
    data: Uint8Array.of(0x10, 0x04, 0x01),
  },
  { kind: "unlink", seqnum: 9, victim: 8 },
];

test("any split of the stream gives the same messages", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(conversation.length), { maxLength: 12 }), (cuts) => {
      const reader = new UsbipReader();
      const ends = [...cuts, conversation.length].toSorted((a, b) => a - b);
      const read = ends.flatMap((end, at) =>
        reader.read(conversation.subarray(ends[at - 1] ?? 0, end)),
      );
      expect(read).toEqual(messages);
    }),
  );
});

test("no bytes throw, and nothing is read after what is broken", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
      const reader = new UsbipReader();
      const read = pieces.flatMap((piece) => reader.read(piece));
      const broken = read.findIndex(({ kind }) => kind === "broken");
      expect(broken === -1 || broken === read.length - 1).toBe(true);
    }),
  );
});

test("a transfer larger than any host sends is refused before it is stored", () => {
  const reader = new UsbipReader();
  reader.read(conversation.subarray(0, 40));
  const huge = conversation.slice(88, 136);
  huge.set([0x7f, 0xff, 0xff, 0xff], 24);

  expect(reader.read(huge)).toEqual([{ kind: "broken", why: "a transfer out of bounds" }]);
});
