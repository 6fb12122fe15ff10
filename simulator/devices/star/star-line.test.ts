import { describe, expect, test } from "vitest";
import { paperText } from "#simulator/paper/paper-text.ts";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { CashDrawer } from "../cash-drawer.ts";
import type { PrinterAction } from "../printer-options.ts";
import { ReceiptPrinter } from "../receipt-printer.ts";

/** A printer that has time for everything it is told. */
class Bench {
  readonly drawer = new CashDrawer();
  readonly printer = new ReceiptPrinter({ language: "star-line" }, this.drawer);
  #now = 1000;

  send(hex: string): readonly string[] {
    const said = [...this.printer.receive(fromHex(hex), millis(this.#now)).writes];
    for (let due = this.printer.deadline; due !== null; due = this.printer.deadline) {
      this.#now = Math.max(this.#now, due);
      said.push(...this.printer.wake(millis(this.#now)).writes);
    }
    return said.map(toHex);
  }

  act(action: PrinterAction): readonly string[] {
    return this.printer.act(action, millis(this.#now)).writes.map(toHex);
  }

  get text(): string {
    return this.printer.paper.receipts.map(paperText).join("~\n");
  }
}

const ready = "23 06 00 00 00 00 00 00 00";

describe("a printer in Star Line mode prints", () => {
  test("text in every size and style, hanzi, and cuts where it is told", () => {
    const bench = new Bench();

    // ESC @, centre, double both ways, bold, 小店, plain again, "A 1", cut behind a feed.
    bench.send("1b 40 1b 1d 61 01 1b 69 01 01 1b 45 d0 a1 b5 ea 0a");
    bench.send("1b 46 1b 69 00 00 1b 1d 61 00 41 20 31 0a 1b 64 03");

    const [row, plain] = bench.printer.paper.receipts[0]?.rows ?? [];
    const glyphs = row?.kind === "text" ? row.glyphs : [];
    expect(glyphs.map(({ text, widthDots, bold }) => [text, widthDots, bold])).toEqual([
      ["小", 48, true],
      ["店", 48, true],
    ]);
    expect(glyphs[0]?.xDots).toBe((576 - 96) / 2);
    expect(plain?.kind === "text" && plain.glyphs[0]?.bold).toBe(false);
    expect(bench.text).toMatch(/小店\nA 1\n+\[partial cut\]\n$/);
  });

  test.each([
    [
      "EAN-13",
      "1b 62 03 02 02 50 36 39 30 31 32 33 34 35 36 37 38 39 32 1e",
      "[ean13 6901234567892]",
    ],
    ["Code 93", "1b 62 07 01 01 50 41 31 1e", "[code93 A1]"],
    ["Code 39", "1b 62 04 01 01 50 41 31 1e", "[code39 *A1*]"],
    ["Code 128", "1b 62 06 01 02 50 52 2d 37 1e", "[code128 R-7]"],
  ])("%s", (_name, hex, text) => {
    const bench = new Bench();

    bench.send(hex);

    expect(bench.text).toContain(text);
  });

  test("a QR code: model, level, cell, data, print", () => {
    const bench = new Bench();

    bench.send("1b 1d 79 53 30 02 1b 1d 79 53 31 01 1b 1d 79 53 32 06");
    bench.send("1b 1d 79 44 31 00 03 00 61 2f 62 1b 1d 79 50 0a");

    expect(bench.text).toContain("[qr a/b]");
  });

  test("a band of 24 rows of dots, by columns", () => {
    const bench = new Bench();

    // Two columns: the first full, the second with its lowest dot.
    bench.send("1b 30 1b 58 02 00 ff ff ff 00 00 01 0a");

    const [row] = bench.printer.paper.receipts[0]?.rows ?? [];
    expect(row).toMatchObject({ kind: "raster", widthDots: 2, heightDots: 24 });
    const bits = row?.kind === "raster" ? [...row.bits] : [];
    expect(bits).toEqual([...Array.from({ length: 23 }, () => 0x80), 0xc0]);
  });
});

describe("a printer in Star Line mode places", () => {
  const placed = (bench: Bench) =>
    bench.printer.paper.receipts
      .flatMap(({ rows }) => rows)
      .flatMap((row) => (row.kind === "text" ? row.glyphs : []))
      .map(({ text, xDots }) => [text, xDots]);

  test("lines between two margins, counted in characters, and begins anew at the right", () => {
    const bench = new Bench();

    // Left 2, right 26: 24 columns, which is 36 mm.
    bench.send(`1b 6c 02 1b 51 1a 41 ${"2e ".repeat(22)} 42 43 0a`);

    const drawn = placed(bench);
    expect([drawn[0], drawn[23], drawn[24]]).toEqual([
      ["A", 24],
      ["B", 24 + 23 * 12],
      ["C", 24],
    ]);
  });

  test("nothing between margins less than 36 mm apart", () => {
    const bench = new Bench();

    bench.send(`1b 6c 0a 1b 51 21 ${"41 ".repeat(30)} 0a`);

    expect(placed(bench)[0]).toEqual(["A", 120]);
    expect(bench.printer.paper.receipts[0]?.rows).toHaveLength(1);
  });

  test("characters where it is told, from the margin and from where it stands", () => {
    const bench = new Bench();

    // To dot 288, "A", 36 dots on, "B", 60 dots back, "C".
    bench.send("1b 1d 41 20 01 41 1b 1d 52 24 00 42 1b 1d 52 c4 ff 43 0a");

    expect(placed(bench)).toEqual([
      ["A", 288],
      ["B", 336],
      ["C", 288],
    ]);
  });

  test("characters with room beside them, wide and high by commands of their own", () => {
    const bench = new Bench();

    // 4 dots apart; ESC W 1, ESC h 1.
    bench.send("1b 20 04 41 42 1b 57 01 1b 68 01 43 0a");

    expect(placed(bench)).toEqual([
      ["A", 0],
      ["B", 16],
      ["C", 32],
    ]);
    const [row] = bench.printer.paper.receipts[0]?.rows ?? [];
    const glyphs = row?.kind === "text" ? row.glyphs : [];
    expect(glyphs[2]).toMatchObject({ widthDots: 24, heightDots: 48 });
  });
});

describe("a printer in Star Line mode prints pictures", () => {
  test("in bands of 24 rows, on the line feed", () => {
    const bench = new Bench();

    bench.send(`1b 30 1b 6b 01 00 ${"80 ".repeat(23)} 01`);
    expect(bench.printer.paper.receipts).toEqual([]);
    bench.send("0a");

    const [row] = bench.printer.paper.receipts[0]?.rows ?? [];
    expect(row).toMatchObject({ kind: "raster", widthDots: 8, heightDots: 24 });
    const bits = row?.kind === "raster" ? [...row.bits] : [];
    expect(bits).toEqual([...Array.from({ length: 23 }, () => 0x80), 0x01]);
  });

  test("of any height, at once", () => {
    const bench = new Bench();

    // ESC GS S, one tone, 2 bytes a row, 3 rows.
    bench.send("1b 1d 53 01 02 00 03 00 00 80 01 40 02 20 04");

    const [row] = bench.printer.paper.receipts[0]?.rows ?? [];
    expect(row).toMatchObject({ kind: "raster", widthDots: 16, heightDots: 3 });
    expect(row?.kind === "raster" && [...row.bits]).toEqual([0x80, 1, 0x40, 2, 0x20, 4]);
  });
});

describe("a printer in Star Line mode says", () => {
  test("its status when it is asked, at once, even in the middle of a picture", () => {
    const bench = new Bench();

    expect(bench.send("1b 06 01")).toEqual([ready]);
    expect(bench.send("1b 58 02 00 ff 1b 06 01")).toEqual([ready]);
  });

  test.each([
    ["paper", { kind: "paper", paper: "out" }, "23 06 08 00 00 0c 00 00 00"],
    ["paper that ends soon", { kind: "paper", paper: "near-end" }, "23 06 00 00 00 04 00 00 00"],
    ["cover", { kind: "cover", cover: "open" }, "23 06 28 00 00 00 00 00 00"],
    ["head", { kind: "head", head: "hot" }, "23 06 08 40 00 00 00 00 00"],
  ] as const)("what becomes of its %s, unasked", (_name, action, block) => {
    const bench = new Bench();

    expect(bench.act(action)).toEqual([block]);
    expect(bench.act(action)).toEqual([]);
  });

  test("nothing unasked once it was told to be silent", () => {
    const bench = new Bench();
    bench.send("1b 1e 61 00");

    expect(bench.act({ kind: "cover", cover: "open" })).toEqual([]);
    expect(bench.send("1b 06 01")).toEqual(["23 06 28 00 00 00 00 00 00"]);
  });

  test("how many marks it has reached, in five bits, and begins again", () => {
    const bench = new Bench();

    expect(bench.send("41 0a 17")).toEqual(["23 06 02 00 00 00 00 02 00"]);
    for (let mark = 2; mark < 31; mark += 1) bench.send("17");
    expect(bench.send("17")).toEqual(["23 06 02 00 00 00 00 6e 00"]);
    expect(bench.send("17")).toEqual(["23 06 02 00 00 00 00 00 00"]);
  });

  test("a mark only when what stood before it is on paper", () => {
    const bench = new Bench();
    bench.act({ kind: "paper left", lines: 1 });

    expect(bench.send("41 0a 42 0a 17")).toEqual(["23 06 08 00 00 0c 00 00 00"]);
    bench.act({ kind: "paper", paper: "ok" });

    expect(bench.send("")).toEqual(["23 06 02 00 00 00 00 02 00"]);
  });

  test("nothing of a counter that was set back", () => {
    const bench = new Bench();
    bench.send("17");

    expect(bench.send("1b 1e 45 00")).toEqual([]);
    expect(bench.send("1b 06 01")).toEqual([ready]);
  });

  test("who it is", () => {
    const [answer = ""] = new Bench().send("1b 23 2a 0a 00");

    expect(answer).toMatch(/^1b 23 2a 2c .* 0a 00$/);
  });
});

test("its drawers open by BEL and SUB, with the pulse that was set", () => {
  const bench = new Bench();

  bench.send("1b 07 14 14 07");

  expect(bench.drawer.isOpen).toBe(true);
});
