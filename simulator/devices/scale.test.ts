import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { Scale } from "./scale.ts";
import type { ScaleTongue } from "./scale-tongues.ts";

const at = (ms: number) => millis(ms);

function scale(speaks: ScaleTongue, grams: number) {
  const device = new Scale();
  device.act({ kind: "speaks", speaks }, at(0));
  device.act({ kind: "put", grams }, at(0));
  const ask = (hex: string, now: number) => heard(device.receive(fromHex(hex), at(now)));
  return { device, ask };
}

const heard = ({ writes }: { readonly writes: readonly Uint8Array[] }) =>
  writes.map(toHex).join(" ");

/** Bytes typed from devices reference 6.2. */
describe("a Toledo scale", () => {
  test.each([
    [1250, 1000, "02 30 31 2e 32 35 30 0d"],
    [1250, 399, "02 3f 41 0d"],
    [15_001, 1000, "02 3f 42 0d"],
    [-20, 1000, "02 3f 44 0d"],
  ])("with %i g on, asked after %i ms, says %s", (grams, now, answer) => {
    expect(scale("toledo-8217", grams).ask("57", now)).toBe(answer);
  });

  test("that is never at rest says so for ever", () => {
    const { device, ask } = scale("toledo-8217", 500);
    device.act({ kind: "restless", restless: true }, at(0));

    expect(ask("57", 60_000)).toBe("02 3f 41 0d");
  });

  test("that answers late tells what was on it when it was asked", () => {
    const { device, ask } = scale("toledo-8217", 500);
    device.act({ kind: "late", delayMs: 800 }, at(1000));

    expect(ask("57", 1000)).toBe("");
    device.act({ kind: "put", grams: 900 }, at(1100));

    expect(device.deadline).toBe(1800);
    expect(heard(device.wake(at(1800)))).toBe("02 30 30 2e 35 30 30 0d");
  });

  test("that loses a character loses one, once", () => {
    const { device, ask } = scale("toledo-8217", 1250);
    device.act({ kind: "lose", answers: 1 }, at(1000));

    expect(ask("57", 1000)).toBe("02 30 31 2e 35 30 0d");
    expect(ask("57", 1100)).toBe("02 30 31 2e 32 35 30 0d");
  });

  test("without power is silent", () => {
    const { device, ask } = scale("toledo-8217", 1250);
    device.act({ kind: "power", power: "off" }, at(1000));

    expect(ask("57", 1000)).toBe("");
    expect(device.deadline).toBeNull();
  });
});

describe("a CAS scale", () => {
  test("is asked in two steps and checks what it says", () => {
    const { ask } = scale("cas-enq", 1250);

    expect(ask("05", 1000)).toBe("06");
    expect(ask("11", 1000)).toBe("01 02 53 20 30 31 2e 32 35 30 6b 67 67 03 04");
  });

  test.each([
    [99_000, "01 02 53 46 39 39 2e 39 39 39 6b 67 0e 03 04"],
    [-100, "01 02 53 2d 30 30 2e 31 30 30 6b 67 6d 03 04"],
  ])("with %i g on says %s", (grams, answer) => {
    expect(scale("cas-enq", grams).ask("11", 1000)).toBe(answer);
  });
});

describe("a scale that is asked with more than a byte", () => {
  test.each<[ScaleTongue, number, string, string]>([
    ["sma", 1250, "0a 57 0d", "0a 20 31 47 20 20 20 20 20 20 20 31 2e 32 35 30 6b 67 20 0d"],
    ["sma", 0, "0a 57 0d", "0a 5a 31 47 20 20 20 20 20 20 20 30 2e 30 30 30 6b 67 20 0d"],
    ["sma", 20_000, "0a 57 0d", "0a 4f 31 47 20 20 20 20 20 20 32 30 2e 30 30 30 6b 67 20 0d"],
    ["sma", -20, "0a 57 0d", "0a 55 31 47 20 20 20 20 20 20 2d 30 2e 30 32 30 6b 67 20 0d"],
    ["adam", 1250, "50 0d 0a", "20 20 20 31 2e 32 35 30 6b 67 0d 0a"],
    ["adam", -20, "50 0d 0a", "20 20 2d 30 2e 30 32 30 6b 67 0d 0a"],
    ["adam", 20_000, "50 0d 0a", ""],
  ])("%s with %i g on, asked %s, says %s", (speaks, grams, request, answer) => {
    const { ask } = scale(speaks, grams);

    expect([...request.split(" ")].map((byte) => ask(byte, 1000)).join("")).toBe(answer);
  });

  test("an SMA scale tells that goods move, an Adam waits in silence", () => {
    expect(scale("sma", 300).ask("0a 57 0d", 100)).toBe(
      "0a 20 31 47 4d 20 20 20 20 20 20 30 2e 33 30 30 6b 67 20 0d",
    );
    expect(scale("adam", 300).ask("50 0d 0a", 100)).toBe("");
  });
});

describe("a scale that talks all the time", () => {
  test.each<[ScaleTongue, number, string]>([
    ["chinese-lines", 1234, "53 54 2c 47 53 2c 2b 20 20 31 2e 32 33 34 6b 67 0d 0a"],
    ["cas-lines", 1234, "53 54 2c 47 53 2c 01 41 2c 2b 20 20 31 2e 32 33 34 20 6b 67 0d 0a"],
    ["toledo-continuous", 1250, "02 2d 30 20 20 20 31 32 35 30 20 20 20 20 20 30 0d 1c"],
    ["toledo-continuous", -20, "02 2d 32 20 20 20 20 20 32 30 20 20 20 20 20 30 0d 40"],
    ["chinese-lines", -20, "53 54 2c 47 53 2c 2d 20 20 30 2e 30 32 30 6b 67 0d 0a"],
  ])("as %s with %i g on says %s five times a second", (speaks, grams, line) => {
    const { device } = scale(speaks, grams);

    expect(device.deadline).toBe(200);
    device.wake(at(200));
    device.wake(at(400));

    expect(heard(device.wake(at(600)))).toBe(line);
    expect(device.deadline).toBe(800);
  });
});
