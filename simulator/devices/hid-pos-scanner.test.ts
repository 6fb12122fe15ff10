import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { HidPosScanner, type HidPosTongue } from "./hid-pos-scanner.ts";

const start = millis(1000);
const zeros = (count: number) => " 00".repeat(count);
const water = "6901234567892";
const waterBytes = "36 39 30 31 32 33 34 35 36 37 38 39 32";
const waterReport = `02 0d 5d 45 30 ${waterBytes}${zeros(43)} 64 00 00`;

function scannerThat(speaks: HidPosTongue) {
  const scanner = new HidPosScanner({ speaks });
  const tell = (hex: string) => {
    const { writes, events } = scanner.receive(fromHex(hex), start);
    return { writes: writes.map(toHex), events };
  };
  const scan = (label: string) => {
    const { writes, events } = scanner.act({ kind: "trigger", label }, start);
    return { writes: writes.map(toHex), events };
  };
  return { scanner, tell, scan };
}

test("Honeywell's is silent until it is enabled, and when it is disabled or restarted", () => {
  const { scanner, tell, scan } = scannerThat("honeywell");

  expect(scan(water).events).toEqual([{ kind: "scan dropped", why: "disabled" }]);
  expect(tell("03 fe 01").events).toEqual([{ kind: "scanner obeyed", what: "enabled" }]);
  expect(scan(water)).toEqual({
    writes: [waterReport],
    events: [{ kind: "scanned", label: water }],
  });
  tell("03 fe 00");
  expect(scan(water).writes).toEqual([]);
  tell("03 fe 01");
  scanner.power("off");
  scanner.power("on");

  expect([scan(water).writes, scanner.scans]).toEqual([[], 1]);
});

test.each([
  ["honeywell", "02 fd 03 16 54 0d", "trigger pulled"],
  ["honeywell", "02 fd 03 16 55 0d 00 00", "trigger let go"],
  ["honeywell", "02 fd 03 16 07 0d", "beeped"],
  ["newland", "02 04 09 7e 00 08 01 00 02 01 02 da", "trigger pulled"],
  ["newland", "02 04 09 7e 00 08 01 00 02 02 32 b9", "trigger let go"],
  ["newland", "02 04 09 7e 00 08 01 00 00 d5 ef 41", "commands only"],
] as const)("%s obeys %s: %s", (speaks, report, what) => {
  expect(scannerThat(speaks).tell(report).events).toEqual([{ kind: "scanner obeyed", what }]);
});

test.each([
  ["newland", "02 04 09 7e 00 08 01 00 02 02 32 b8", "a frame whose check is wrong"],
  ["newland", "02 fd 03 16 54 0d", "another maker's command"],
  ["generic", "02 fd 03 16 54 0d", "a command where none is known"],
  ["newland", "03 fe 01", "another maker's feature report"],
] as const)("%s passes over %s: %s", (speaks, report, _why) => {
  const { writes, events } = scannerThat(speaks).tell(report);

  expect([writes, events.map(({ kind }) => kind)]).toEqual([[], ["scanner was written to"]]);
});

test("Newland's acknowledges each command that it knows, in a report of its own", () => {
  const { writes } = scannerThat("newland").tell("02 04 09 7e 00 08 01 00 02 01 02 da");

  expect(writes).toEqual([`02 00 00 01 00 33 31${zeros(57)}`]);
});

describe("a trigger that the host pulls", () => {
  test("reads the label that lies there, once, or the one that comes before it is let go", () => {
    const { scanner, tell } = scannerThat("newland");
    const present = (label: string | null) =>
      scanner.act({ kind: "present", sight: label === null ? null : { label } }, start).writes;
    const pull = () => tell("02 04 09 7e 00 08 01 00 02 01 02 da").writes.length;
    tell("02 04 09 7e 00 08 01 00 00 d5 ef 41");

    expect(present(water)).toEqual([]);
    expect(pull()).toBe(2);
    present(null);
    expect(pull()).toBe(1);
    expect(present(water).map(toHex)).toEqual([`02 10 5d 45 30 ${waterBytes}${zeros(46)}`]);
    expect(present(water)).toEqual([]);
    tell("02 04 09 7e 00 08 01 00 02 02 32 b9");
    expect(present(water)).toEqual([]);
    expect(scanner.act({ kind: "trigger", label: water }, start).events).toEqual([
      { kind: "scan dropped", why: "commands only" },
    ]);
  });
});

describe("Honeywell's menu", () => {
  const told = (speaks: string) => {
    const { tell } = scannerThat("honeywell");
    const hex = [...speaks].map((sign) => ` ${toHex(new TextEncoder().encode(sign))}`).join("");
    return tell(`02 fd 0f 16 4d 0d${hex}`);
  };
  const textOf = (report = "") =>
    Buffer.from(fromHex(report).slice(2, 5 + (fromHex(report)[1] ?? 0))).toString("latin1");

  test("says what it is asked, and then the command again with its verdict", () => {
    const { writes, events } = told("REVINF.");

    expect(textOf(writes[0])).toMatch(/^\]X0Product Name/);
    expect(writes.at(-1)).toBe(`02 08 5d 5a 36 52 45 56 49 4e 46 06 2e${zeros(51)}`);
    expect(events).toEqual([{ kind: "scanner asked", about: "REVINF." }]);
  });

  test.each([
    ["BEPBEP0!", "]Z6BEPBEP0\u0006!"],
    ["BEPBEP?.", "]Z6BEPBEP1\u0006."],
    ["BEPLVL*.", "]Z6BEPLVL0-3\u0006."],
    ["BEPLVL^.", "]Z6BEPLVL3\u0006."],
    ["NOSUCH1.", "]Z6NOSUCH1\u0005."],
    ["BEPBEP7.", "]Z6BEPBEP7\u0015."],
    ["BEPBEP0;BEPLVL2!", "]Z6BEPBEP0\u0006;BEPLVL2\u0006!"],
  ])("answers %s", (command, answer) => {
    expect(told(command).writes.map(textOf)).toEqual([answer]);
  });

  test("tells what is written to flash, and forgets the rest with its power", () => {
    const { scanner, tell } = scannerThat("honeywell");
    // BEPLVL1. and BEPBEP0! and then both asked for.
    const kept = tell("02 fd 0b 16 4d 0d 42 45 50 4c 56 4c 31 2e").events;
    tell("02 fd 0b 16 4d 0d 42 45 50 42 45 50 30 21");
    scanner.power("off");
    scanner.power("on");
    const ask = "42 45 50 4c 56 4c 3f 3b 42 45 50 42 45 50 3f 2e";
    const { writes } = tell(`02 fd 13 16 4d 0d ${ask}`);

    expect(kept[1]).toEqual({
      ...{ kind: "scanner set up", setting: "BEPLVL", value: "1", isKept: true },
    });
    expect(writes.map(textOf)).toEqual(["]Z6BEPLVL1\u0006;BEPBEP1\u0006."]);
  });
});

describe("a label of several reports", () => {
  test("is parted after 56 bytes, and each part says whether it goes on", () => {
    const { writes } = scannerThat("newland").scan("A".repeat(54));

    expect(writes).toEqual([
      `02 38 5d 43 30${" 41".repeat(53)} 00 00 00 00 00 01`,
      `02 01 41${zeros(61)}`,
    ]);
  });

  test("may have its last part late, or never; the next label is whole", () => {
    const { scanner, scan } = scannerThat("generic");
    const label = "A".repeat(80);

    scanner.act({ kind: "last part", delayMs: 80 }, start);
    expect(scan(label).writes).toHaveLength(1);
    expect(scanner.wake(millis(start + 79)).writes).toEqual([]);
    expect(scanner.wake(millis(start + 80)).writes).toHaveLength(1);
    scanner.act({ kind: "last part", delayMs: null }, start);
    expect([scan(label).writes.length, scanner.deadline]).toEqual([1, null]);

    expect(scan(label).writes).toHaveLength(2);
  });
});
