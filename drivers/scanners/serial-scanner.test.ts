import { describe, expect, it } from "vitest";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";
import { fromHex } from "#test/support/hex.ts";

const dialogue = new URL("../../test/golden/dialogues/serial-scanner.dialogue", import.meta.url);
const bareDialogue = new URL("../../test/golden/dialogues/bare-scanner.dialogue", import.meta.url);

describe("a serial scanner", () => {
  it.each([undefined, 1, 2, 3, 7])("holds its dialogue in pieces of %s bytes", (pieces) => {
    const driver = new SerialScanner();
    replayFile(dialogue, pieces === undefined ? { driver } : { driver, pieces });
  });

  it.each([1, 3, 100])("holds its dialogue without terminators in pieces of %s", (pieces) => {
    replayFile(bareDialogue, { driver: new SerialScanner("silence"), pieces });
  });

  it("says that an identifier without a label is no scan", () => {
    const scanner = new SerialScanner();

    expect(scanner.receive(fromHex("5d 45 30 0d"), millis(0)).signals).toEqual([
      { type: "ScanNoise", reason: "not-text", bytesDropped: 3 },
    ]);
  });

  it("tells an endless label once, at its end", () => {
    const scanner = new SerialScanner();
    scanner.receive(new Uint8Array(9000).fill(0x41), millis(0));

    expect(scanner.receive(fromHex("0d"), millis(0)).signals).toEqual([
      { type: "ScanNoise", reason: "too-long", bytesDropped: 9000 },
    ]);
  });
});
