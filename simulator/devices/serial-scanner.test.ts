import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { toHex } from "#test/support/hex.ts";
import { guessSymbology, SerialScanner, scanBytes } from "./serial-scanner.ts";

const start = millis(1_000);

describe("what a scan looks like on the line", () => {
  test.each([
    ["EAN-13, AIM, CR", "6901234567892", {}, "]E06901234567892\r"],
    ["EAN-8 has its own identifier", "96385074", {}, "]E496385074\r"],
    ["UPC-A goes out as 13 digits", "042100005264", {}, "]E00042100005264\r"],
    ["a web address is a QR code", "https://a.b/01/1", {}, "]Q1https://a.b/01/1\r"],
    ["AIM off, CR LF", "6901234567892", { aim: false, terminator: "crlf" }, "6901234567892\r\n"],
    ["GS1-128 by choice", "0109506000134352", { symbology: "gs1-128" }, "]C10109506000134352\r"],
    ["no terminator", "ABC", { terminator: "none" }, "]C0ABC"],
  ] as const)("%s", (_name, label, options, text) => {
    expect(new TextDecoder().decode(scanBytes(label, options))).toBe(text);
  });

  test("the symbology is guessed as a shop's labels are", () => {
    expect(guessSymbology("2112345012346")).toBe("ean13");
    expect(guessSymbology("A-17")).toBe("code128");
  });
});

test("a scan in pieces goes out piece by piece, and the next scan waits behind it", () => {
  const scanner = new SerialScanner();

  const first = scanner.trigger("96385074", { aim: false, chunks: 3, chunkGapMs: 10 }, start);
  const second = scanner.trigger("X", { aim: false }, start);

  expect(first.writes.map((bytes) => toHex(bytes))).toEqual(["39 36 33"]);
  expect(second.writes).toEqual([]);
  expect(scanner.deadline).toBe(1_010);
  const rest = scanner.wake(millis(1_020)).writes;
  expect(rest.map((bytes) => toHex(bytes))).toEqual(["38 35 30", "37 34 0d", "58 0d"]);
  expect(scanner.deadline).toBeNull();
});

test("raw bytes go out as they are, after the delay", () => {
  const scanner = new SerialScanner();

  expect(scanner.raw(Uint8Array.of(0, 255, 13), { delayMs: 50 }, start).writes).toEqual([]);
  expect(toHex(Buffer.concat(scanner.wake(millis(1_050)).writes))).toBe("00 ff 0d");
});

test("a host that writes to it is noticed and not answered", () => {
  const output = new SerialScanner().receive(Uint8Array.of(0x16));

  expect(output).toEqual({ writes: [], events: [{ kind: "scanner was written to", count: 1 }] });
});

test("a queue that nobody empties drops scans in the end", () => {
  const scanner = new SerialScanner();
  const trigger = () => scanner.trigger("0123456789".repeat(7), { chunks: 64, delayMs: 9 }, start);

  const kinds = Array.from({ length: 40 }, () => trigger().events[0]?.kind);

  expect(kinds).toContain("scan dropped");
});
