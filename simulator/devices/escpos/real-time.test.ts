import { expect, test } from "vitest";
import type { Condition } from "#simulator/devices/printing/condition.ts";
import type { RealTimeRequest } from "#simulator/devices/printing/tongue.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { RealTimeEar } from "./real-time.ts";
import { type Permit, Wishes } from "./wishes.ts";

const ready: Condition = {
  paper: "ok",
  cover: "closed",
  wasCoverOpenedPrinting: false,
  hasCutterError: false,
  head: "ok",
  feedButton: "up",
  waitsForButton: false,
  drawerLevel: "low",
};

/** An answer stands as the bytes that a printer which is ready would send. */
function heard(hex: string, ...permitted: readonly Permit[]) {
  const wishes = new Wishes();
  for (const request of permitted) wishes.permit(request, true);
  const ear = new RealTimeEar(wishes);
  const requests = [...fromHex(hex)].map((byte) => ear.hear(byte));
  return requests.filter((request) => request !== null).map(plain);
}

const plain = (request: RealTimeRequest) =>
  request.kind === "answer" ? toHex(request.of(ready, true)) : request;

test.each([
  ["10 04 01", { kind: "status", n: 1 }],
  ["10 04 05", "72"],
  ["10 04 07 01", "12"],
  ["10 04 08 03", "12"],
  ["10 04 12 01", "12"],
  ["10 05 00", { kind: "press feed button" }],
  ["10 05 01", { kind: "recover", isClearing: false }],
  ["10 05 02", { kind: "recover", isClearing: true }],
  ["10 14 01 01 08", { kind: "pulse", pin: 5, onMs: 800 }],
  ["10 14 07 01", { kind: "send status block" }],
  ["10 14 07 05", "37 45 30 34 00"],
  ["10 14 08 01 03 14 01 06 02 08", { kind: "clear buffers" }],
])("%s is heard, also in a picture", (hex, request) => {
  expect(heard(hex)).toEqual([request]);
  expect(heard(`1d 76 30 00 41 ${hex} 42`)).toEqual([request]);
});

test.each([
  ["power off", "10 14 02 01 08", { kind: "power off" }],
  ["buzzer", "10 14 03 01 00 02 03 04", { kind: "buzz", times: 2, onMs: 300 }],
  ["buzzer", "10 14 03 00 00 00 00 00", { kind: "silence" }],
] as const)("the %s is heard only where it is permitted", (request, hex, heardAs) => {
  expect(heard(hex)).toEqual([]);
  expect(heard(hex, request)).toEqual([heardAs]);
});

test.each([
  "10 04 09",
  "10 04 07 03",
  "10 04 08 01",
  "10 05 03",
  "10 14 01 02 01",
  "10 14 01 00 09",
  "10 14 07 03",
  "10 10 41",
])("%s is not", (hex) => {
  expect(heard(hex)).toEqual([]);
});
