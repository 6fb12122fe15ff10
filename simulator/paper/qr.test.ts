import { expect, test } from "vitest";
import { qrModules } from "./qr.ts";

test("a short text takes version 1, with its three finder patterns", () => {
  const qr = qrModules(new TextEncoder().encode("guitai"), "M");

  const corner = (x: number, y: number) => qr?.modules[y * qr.size + x];
  expect(qr?.size).toBe(21);
  expect([corner(0, 0), corner(20, 0), corner(0, 20), corner(1, 1)]).toEqual([1, 1, 1, 0]);
});

test("more than fits is null, not an exception", () => {
  expect(qrModules(new Uint8Array(3000), "L")).toBeNull();
});
