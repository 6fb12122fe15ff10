import { scryptSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashPin, isPin, isWeakPin, nobodysPin } from "./pin.ts";

describe("PINs", () => {
  it("are hashed as the protocol says, so that a terminal can check them alone", async () => {
    const salt = new Uint8Array(16).fill(7);
    const cost = { N: 32_768, r: 8, p: 1, maxmem: 2 ** 26 };

    const kept = await hashPin("270614", salt);

    expect(kept.pinSalt).toBe(Buffer.from(salt).toString("base64url"));
    expect(kept.pinHash).toBe(scryptSync("270614", salt, 32, cost).toString("base64url"));
    expect(await isPin("270614", kept)).toBe(true);
    expect(await isPin("270615", kept)).toBe(false);
  });

  it("nobody has nobody's PIN", async () => {
    expect(await isPin("000000", nobodysPin)).toBe(false);
  });

  it.each(["000000", "112211", "123456", "987654", "109001"])("%s is weak", (pin) => {
    expect(isWeakPin(pin, "13857109001")).toBe(true);
  });
});
