import { describe, expect, it } from "vitest";
import { type Authorization, judgePoll } from "./enrolment.ts";
import { sha256Hex } from "./keys.ts";

const waiting: Authorization = {
  terminal: "t",
  publicKey: "k",
  hostname: "counter-7",
  deviceCodeHash: sha256Hex("code"),
  userCode: "WDJB-MJHT",
  state: "PENDING",
  createdAt: 0,
  expiresAt: 600_000,
  intervalMs: 5_000,
  polledAt: 100_000,
};

describe("a poll", () => {
  it.each([
    ["the first time", { polledAt: null }, 100, "authorization_pending"],
    ["after the interval", {}, 105_000, "authorization_pending"],
    ["before the interval", {}, 104_999, "slow_down"],
    ["when the code has run out", {}, 600_000, "expired_token"],
    ["after a denial", { state: "DENIED" }, 104_999, "access_denied"],
    ["after a denial, late", { state: "DENIED" }, 700_000, "access_denied"],
  ] as const)("%s", (_when, change, now, error) => {
    expect(judgePoll({ ...waiting, ...change }, "code", now)).toMatchObject({ error });
  });

  it("an approval outlives the code, because its answer may have been lost", () => {
    expect(judgePoll({ ...waiting, state: "APPROVED" }, "code", 700_000)).toBe("approved");
  });

  it("another device code is answered as one that ran out", () => {
    expect(judgePoll({ ...waiting, state: "APPROVED" }, "other", 0)).toMatchObject({
      error: "expired_token",
    });
  });
});
