import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScannerCommand } from "#drivers/scanners/signal.ts";
import { UsbOemScanner } from "#drivers/scanners/usb-oem-scanner.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";
import { fromHex } from "#test/support/hex.ts";

const now = millis(0);

/** A report of 64 bytes, zero filled. */
function report(hex: string): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(fromHex(hex));
  return bytes;
}

const typeOf = (hex: string) => {
  const { signals } = new UsbOemScanner().receive(report(hex), now);
  return signals.map((signal) => (signal.type === "ScanData" ? signal.scanDataType : null));
};

describe("a USB-OEM scanner", () => {
  it("holds its dialogue", () => {
    const file = new URL("../../test/golden/dialogues/usb-oem.dialogue", import.meta.url);
    const command = ([type]: readonly string[]) => ({ type }) as ScannerCommand;
    replayFile(file, { driver: new UsbOemScanner(), command });
  });

  it.each([
    ["0a", 102],
    ["0c", 103],
    ["0d", 101],
    ["16", 104],
  ])("tells %s, an identifier of one byte", (identifier, type) => {
    expect(typeOf(`07 10 03 00 31 32 ${identifier}`)).toEqual([type]);
  });

  it.each([
    ["0a", 108],
    ["0c", 105],
    ["0d", 106],
    ["0e", 107],
    ["11", 111],
    ["12", 112],
    ["13", 119],
    ["14", 112],
    ["15", 119],
    ["16", 111],
    ["17", 118],
    ["18", 110],
    ["19", 109],
    ["1d", 118],
    ["20", 111],
    ["21", 112],
    ["22", 118],
    ["23", 119],
    ["25", 120],
    ["2a", 131],
    ["2b", 132],
    ["2e", 201],
    ["2f", 202],
    ["30", 121],
    ["31", 122],
    ["32", 203],
    ["33", 204],
    ["34", 206],
    ["35", 210],
    ["36", 208],
    ["37", 209],
    ["38", 207],
    ["ff", 0],
  ])("tells 00 %s 0b, an identifier of three", (middle, type) => {
    expect(typeOf(`09 10 03 00 31 32 00 ${middle} 0b`)).toEqual([type]);
  });

  it("takes numbers for digits in EAN and UPC only", () => {
    expect(typeOf("08 10 03 00 01 00 18 0b")).toEqual([null]);
    const { signals } = new UsbOemScanner().receive(report("08 10 03 00 01 02 39 0c"), now);
    expect(signals).toMatchObject([{ scanDataLabel: "129" }]);
  });

  it("believes the identifier of a label more than an AIM identifier within it", () => {
    const aim = "5d 43 31";
    expect(typeOf(`0b 10 03 00 ${aim} 41 00 18 0b`)).toEqual([110]);
    expect(typeOf(`0b 10 03 00 ${aim} 41 00 ff 0b`)).toEqual([120]);
  });

  it("bears any reports, and holds no more than a label's worth of them", () => {
    const continued = fc
      .uint8Array({ minLength: 57, maxLength: 57 })
      .map((data) => Uint8Array.of(64, 0x10, 0x03, 0, ...data, 0x10, 0x33, 0x0b));
    const one = fc.oneof(fc.uint8Array({ maxLength: 70 }), continued);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (reports) => {
        const scanner = new UsbOemScanner();
        for (const each of reports) scanner.receive(each, now);
        scanner.close(now);

        expect(scanner.deadline).toBeNull();
      }),
    );
  });

  it("gives an endless label up", () => {
    const scanner = new UsbOemScanner();
    const more = Uint8Array.of(64, 0x10, 0x03, 0, ...Array(57).fill(0x41), 0x10, 0x33, 0x0b);

    const signals = Array.from({ length: 144 }, () => scanner.receive(more, now).signals);

    expect(signals.flat()).toEqual([
      { type: "ScanNoise", reason: "too-long", bytesDropped: 144 * 57 },
    ]);
  });

  it("writes its commands as output reports without a number, eleven bytes long", () => {
    const { writes } = new UsbOemScanner().obey({ type: "enable" }, now);

    expect(writes.map((each) => [...each])).toEqual([[2, 0, 0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]);
  });
});
