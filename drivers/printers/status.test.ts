import { describe, expect, it } from "vitest";
import { fromAutomatic, fromRealTime, statusOf, troubleOf } from "#drivers/printers/status.ts";
import { fromHex } from "#test/support/hex.ts";

/** Situation, `DLE EOT` 1 to 4, automatic status, then what both must mean. */
const situations = [
  ["ready", "12 12 12 12", "10 00 00 00", "ready", "offline"],
  ["near the end of the roll", "12 12 12 1e", "10 00 03 00", "ready", "offline"],
  ["out of paper", "1a 32 12 7e", "18 00 0f 00", "offline", "paper-out"],
  ["open", "1a 16 12 12", "38 00 00 00", "offline", "cover-open"],
  ["jammed at the cutter", "1a 52 1a 12", "18 08 00 00", "offline", "cutter"],
  ["off line without a cause", "1a 1a 12 12", "18 00 00 00", "offline", "offline"],
] as const;

describe("a printer that is", () => {
  it.each(situations)("%s says so in both forms of status", (_, polled, automatic, state, why) => {
    const [first = 0, second = 0, third = 0, fourth = 0] = fromHex(automatic);
    const byQuestion = statusOf(fromRealTime([...fromHex(polled)]), "high");
    const byItself = statusOf(fromAutomatic([first, second, third, fourth]), "high");

    expect(byQuestion).toEqual(byItself);
    expect(byItself.state).toBe(state);
    if (state === "offline") expect(troubleOf(byItself)).toBe(why);
  });

  it("open at the drawer says so on pin 3, in the polarity of the wiring", () => {
    expect(statusOf(fromAutomatic([0x14, 0, 0, 0]), "high").drawer).toBe("open");
    expect(statusOf(fromAutomatic([0x14, 0, 0, 0]), "low").drawer).toBe("closed");
    expect(statusOf(fromRealTime([0x16, null, null, null]), "high").drawer).toBe("open");
  });
});
