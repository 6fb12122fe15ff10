import { expect, test } from "vitest";
import { fromHex } from "#test/support/hex.ts";
import { RealTimeEar } from "./real-time.ts";

function heard(hex: string) {
  const ear = new RealTimeEar();
  return [...fromHex(hex)].map((byte) => ear.hear(byte)).filter((request) => request !== null);
}

test.each([
  ["10 04 01", { kind: "status", n: 1 }],
  ["10 05 01", { kind: "recover", isClearing: false }],
  ["10 05 02", { kind: "recover", isClearing: true }],
  ["10 14 01 01 08", { kind: "pulse", pin: 5, onMs: 800 }],
  ["10 14 02 01 08", { kind: "power off" }],
  ["10 14 07 01", { kind: "send status block" }],
  ["10 14 08 01 03 14 01 06 02 08", { kind: "clear buffers" }],
])("%s is heard", (hex, request) => {
  expect(heard(hex)).toEqual([request]);
  expect(heard(`1d 76 30 00 41 ${hex} 42`)).toEqual([request]);
});

test.each(["10 04 05", "10 05 00", "10 14 01 02 01", "10 14 01 00 09", "10 10 41"])(
  "%s is not",
  (hex) => {
    expect(heard(hex)).toEqual([]);
  },
);
