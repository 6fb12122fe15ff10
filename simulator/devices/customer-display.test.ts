import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";
import { CustomerDisplay, type DisplayTongue, displayTongues } from "./customer-display.ts";

const now = millis(0);

function told(speaks: DisplayTongue, ...hex: readonly string[]) {
  const display = new CustomerDisplay({ speaks });
  const events = hex.flatMap((each) => display.receive(fromHex(each), now).events);
  return { display, shown: display.shown, events };
}

const text = (upper: string, lower: string) => {
  return { kind: "text", rows: [upper.padEnd(20), lower.padEnd(20)] };
};
const digits = (shown: string, light: number) => {
  return { kind: "digits", digits: shown, lights: [1, 2, 3, 4].map((n) => n === light) };
};

/** Bytes typed from devices reference 6.1. */
describe("a display of two lines", () => {
  test.each<[string, DisplayTongue, string[], object]>([
    [
      "CD5220 lines",
      "cd5220",
      ["1b 51 41 54 45 41 0d", "1b 51 42 31 2e 30 0d"],
      text("TEA", "1.0"),
    ],
    ["a shorter CD5220 line", "cd5220", ["1b 51 41 54 45 41 0d 1b 51 41 58 0d"], text("X", "")],
    ["no characters in string mode", "cd5220", ["1b 51 41 54 0d 58"], text("T", "")],
    ["characters once 0C has left it", "cd5220", ["1b 51 41 54 0d 0c 58"], text("X", "")],
    ["a CD5220 cursor", "cd5220", ["1b 6c 03 02 41 1b 5b 48 42"], text("B", "  A")],
    [
      "DM-D positions",
      "epson-dm-d",
      ["1f 24 01 02 41 42 1f 24 14 01 43"],
      text(`${" ".repeat(19)}C`, "AB"),
    ],
    ["a line that runs over", "epson-dm-d", ["1f 24 14 01 41 42"], text(`${" ".repeat(19)}A`, "B")],
    [
      "home, clear line and initialize",
      "epson-dm-d",
      ["41 42 0b 43 18 44 1b 40 45"],
      text("E", ""),
    ],
    [
      "the lower line that moves up",
      "epson-dm-d",
      ["1f 02 1f 24 01 02", "41 ".repeat(20), "42"],
      text("A".repeat(20), "B"),
    ],
    [
      "the line that moves to the left",
      "cd5220",
      ["1b 13", "41 ".repeat(19), "42 43 44"],
      text(`${"A".repeat(17)}BCD`, ""),
    ],
    [
      "the first twenty of a text that wanders",
      "cd5220",
      [`1b 51 44 ${"41 ".repeat(19)} 42 43 0d`],
      text(`${"A".repeat(19)}B`, ""),
    ],
    [
      "a clock and character sets by doing nothing",
      "epson-dm-d",
      ["1f 54 0c 1e 1f 55 1b 74 00 1b 52 0f 41"],
      text("A", ""),
    ],
    [
      "a stand-in for what the host has drawn, while that is used",
      "epson-dm-d",
      ["1b 26 01 41 42 02 ff ff 01 7f 41 1b 25 01 41 42 43 1b 3f 41 41 1b 25 00 42"],
      text("A〓〓CAB", ""),
    ],
    [
      "the ends of lines, and character sets of a CD5220 by doing nothing",
      "cd5220",
      ["1b 66 0f 1b 63 00 1b 11 41 1b 5b 52 42 1b 5b 4b 43"],
      text(`A${" ".repeat(18)}B`, `${" ".repeat(19)}C`),
    ],
    ["nothing for hanzi", "epson-dm-d", ["b2 e8 41"], text("  A", "")],
  ])("shows %s", (_, speaks, hex, shown) => {
    expect(told(speaks, ...hex).shown).toMatchObject(shown);
  });

  test("is puzzled by what the other language says", () => {
    expect(told("epson-dm-d", "1b 51 41").events).toEqual([
      { kind: "display puzzled", bytes: "1b 51" },
    ]);
  });
});

/** A glass of which nobody has changed anything. */
const lit = {
  ...{ brightness: 4, blinkMs: 0, isDark: false, cursor: null, windows: [], lights: [] },
  reversed: [" ".repeat(20), " ".repeat(20)],
};

/** Bytes typed from the manuals of the DM-D110, XP8200, LDX1000 and CD5220. */
describe("a display of two lines is lit", () => {
  test.each<[string, DisplayTongue, string, object]>([
    ["as shipped", "epson-dm-d", "", {}],
    ["in four steps", "epson-dm-d", "1f 58 02", { brightness: 2 }],
    ["in four steps, as CD5220", "cd5220", "1b 2a 01", { brightness: 1 }],
    ["as before for a fifth", "cd5220", "1b 2a 03 1b 2a 05 1b 2a 00", { brightness: 3 }],
    ["by turns", "epson-dm-d", "1f 45 05", { blinkMs: 250 }],
    ["not at all", "epson-dm-d", "1f 45 ff", { isDark: true }],
    ["steadily again", "epson-dm-d", "1f 45 05 1f 45 00", {}],
    ["with a cursor", "epson-dm-d", "1f 24 03 02 1f 43 01", { cursor: { x: 2, y: 1 } }],
    ["with a cursor, as CD5220", "cd5220", "1b 5f 01 41", { cursor: { x: 1, y: 0 } }],
    ["without it", "cd5220", "1b 5f 01 1b 5f 00", {}],
    ["with indicators", "epson-dm-d", "1f 23 01 14 1f 23 31 01 1f 23 01 15", { lights: [1, 20] }],
    ["without one of all", "epson-dm-d", "1f 23 01 00 1f 23 00 00 1f 23 01 03", { lights: [3] }],
    [
      "around characters",
      "epson-dm-d",
      "41 1f 72 01 42 43 1f 72 00 44",
      { reversed: [` ##${" ".repeat(17)}`, " ".repeat(20)] },
    ],
    [
      "as shipped once it is initialized",
      "epson-dm-d",
      "1f 58 01 1f 45 05 1f 43 01 1f 23 01 01 1f 72 01 41 1b 57 01 01 01 01 02 01 1b 40",
      {},
    ],
  ])("%s in %s", (_, speaks, hex, change) => {
    expect(told(speaks, hex)).toMatchObject({ events: [], shown: { ...lit, ...change } });
  });
});

/** 1B 57 n m x1 y1 x2 y2; in CD5220 1B 57 s x1 x2 y. */
describe("a window of a display", () => {
  const middle = "1b 57 02 01 05 01 08 02";
  test.each<[string, DisplayTongue, string, object]>([
    ["holds what runs over", "epson-dm-d", `${middle} 41 42 43 44 45`, text("    ABCD", "    E")],
    [
      "scrolls its own two lines",
      "epson-dm-d",
      `58 ${middle} 1f 02 41 42 43 44 45 46 47 48 49`,
      text("X   EFGH", "    I"),
    ],
    [
      "scrolls its own line",
      "epson-dm-d",
      `1f 24 09 01 58 ${middle} 1f 03 41 42 43 44 45 46`,
      text("    CDEFX", ""),
    ],
    ["keeps home in it", "epson-dm-d", `${middle} 41 42 0b 43`, text("    CB", "")],
    ["is cleared alone", "epson-dm-d", `58 ${middle} 41 42 0c 43`, text("X   C", "")],
    [
      "lets the cursor out by its place",
      "epson-dm-d",
      `${middle} 41 1f 24 01 01 42`,
      text("B   A", ""),
    ],
    ["is gone when cancelled", "epson-dm-d", `${middle} 1b 57 02 30 0b 41`, text("A", "")],
    ["does not leave the glass", "epson-dm-d", "1b 57 01 01 05 01 15 01 41", text("A", "")],
    [
      "does not overlap",
      "epson-dm-d",
      `${middle} 41 1b 57 01 01 08 01 09 01 42`,
      text("    AB", ""),
    ],
    [
      "scrolls a line of a CD5220",
      "cd5220",
      "1b 13 1b 57 01 03 05 02 41 42 43 44",
      text("", "  BCD"),
    ],
    ["waits there for that mode", "cd5220", "1b 57 01 03 05 01 41 42 43 44", text("  ABCD", "")],
    [
      "ends there by nought",
      "cd5220",
      "1b 13 1b 57 01 03 05 01 1b 57 00 1b 5b 48 41",
      text("A", ""),
    ],
  ])("%s in %s", (_, speaks, hex, shown) => {
    expect(told(speaks, hex)).toMatchObject({ events: [], shown });
  });

  test("is told with its number", () => {
    const { shown } = told("epson-dm-d", `1b 57 03 01 01 01 02 01 ${middle}`);

    expect(shown).toMatchObject({
      windows: [
        { number: 2, x: 4, y: 0, width: 4, height: 2 },
        { number: 3, x: 0, y: 0, width: 2, height: 1 },
      ],
    });
  });
});

/** DM-D110 specification, 5.4, BS and HT; CD5220 manual, 9. */
describe("a cursor sent past the edge", () => {
  test.each<[string, DisplayTongue, string, object]>([
    [
      "turns up the lower line",
      "epson-dm-d",
      "1f 02 1f 24 14 02 41 09 42",
      text(`${" ".repeat(19)}A`, "B"),
    ],
    [
      "turns down the upper line",
      "epson-dm-d",
      "41 1f 02 0b 08 42",
      text(`${" ".repeat(19)}B`, "A"),
    ],
    ["pushes its line", "epson-dm-d", "41 42 1f 03 0b 08 43", text("CAB", "")],
    ["pushes no line of a CD5220", "cd5220", "41 42 1b 13 0b 08 43", text("CB", "")],
    ["scrolls up", "cd5220", "1b 12 1b 6c 02 02 41 0a 42", text(" A", "  B")],
    ["stays", "cd5220", "1b 13 0b 1b 5b 41 41", text("A", "")],
  ])("%s in %s", (_, speaks, hex, shown) => {
    expect(told(speaks, hex).shown).toMatchObject(shown);
  });
});

describe("a display of eight digits", () => {
  test.each<[DisplayTongue, string, object]>([
    ["led8", "1b 73 32 1b 51 41 31 32 2e 35 30 0d", digits("12.50", 2)],
    ["led8-binary", "1b 73 04 1b 51 41 37 2e 35 30 0d", digits("7.50", 4)],
    ["led8-partner", "1b 73 02 01 1b 51 41 33 2e 30 30 0d", digits("3.00", 1)],
    ["led8n", "02 4c 30 30 31 30 1b 51 41 32 30 0d", digits("20", 3)],
    ["led8", "1b 73 32 1b 51 41 31 0d 1b 73 30 0c", digits("", 0)],
    ["led8", "1b 51 41 31 32 33 34 35 36 37 2e 38 39 0d", digits("234567.89", 0)],
  ])("in %s shows %s", (speaks, hex, shown) => {
    expect(told(speaks, hex).shown).toEqual(shown);
  });

  test("does not know another maker's lights", () => {
    expect(told("led8n", "1b 73 32").events).toEqual([{ kind: "display puzzled", bytes: "1b 73" }]);
  });
});

describe("any display", () => {
  test("is dark after its power was off, and hears nothing meanwhile", () => {
    const { display } = told("cd5220", "1b 51 41 54 0d");

    display.act({ kind: "power", power: "off" }, now);
    display.receive(fromHex("1b 51 41 55 0d"), now);
    const { events } = display.act({ kind: "power", power: "on" }, now);

    expect(display.shown).toMatchObject(text("", ""));
    expect(events).toEqual([{ kind: "display switched", power: "on" }]);
  });

  test("is dark in its new language", () => {
    const { display } = told("cd5220", "1b 51 41 54 0d");

    display.act({ kind: "speaks", speaks: "led8" }, now);

    expect(display.shown).toEqual(digits("", 0));
  });

  test.each(displayTongues)("in %s bears any bytes, however they are split", (speaks) => {
    const stream = fc.array(
      fc.oneof(
        fc.nat(255),
        fc.constantFrom(0x1b, 0x1f, 0x51, 0x41, 0x0d, 0x73, 0x02, 0x57, 1, 3, 9),
      ),
    );
    fc.assert(
      fc.property(stream, fc.nat(40), (bytes, at) => {
        const [whole, split] = [new CustomerDisplay({ speaks }), new CustomerDisplay({ speaks })];

        whole.receive(Uint8Array.from(bytes), now);
        split.receive(Uint8Array.from(bytes.slice(0, at)), now);
        split.receive(Uint8Array.from(bytes.slice(at)), now);

        expect(split.shown).toEqual(whole.shown);
        const { shown } = whole;
        const rows = shown.kind === "text" ? shown.rows : [];
        for (const row of rows) expect(row).toHaveLength(20);
      }),
    );
  });
});
