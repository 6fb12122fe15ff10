import { describe, expect, test } from "vitest";
import { askAll, PrinterTable } from "#test/support/printer-table.ts";
import type { PrinterAction } from "../printer-options.ts";

describe("real-time and automatic status agree with the manual's tables", () => {
  const open: PrinterAction = { kind: "cover", cover: "open" };
  const rows: readonly (readonly [string, readonly PrinterAction[], string, string])[] = [
    ["ready", [], "12 12 12 12", "10 00 00 00"],
    ["near end", [{ kind: "paper", paper: "near-end" }], "12 12 12 1e", "10 00 03 00"],
    ["paper out", [{ kind: "paper", paper: "out" }], "1a 32 12 7e", "18 00 0f 00"],
    ["cover open", [open], "1a 16 12 12", "38 00 00 00"],
    ["head too hot", [{ kind: "head", head: "hot" }], "1a 52 52 12", "18 40 00 00"],
    ["fatal error", [{ kind: "head", head: "dead" }], "1a 52 32 12", "18 20 00 00"],
    [
      "feed button held",
      [{ kind: "feed button", feedButton: "held" }],
      "1a 1a 12 12",
      "58 00 00 00",
    ],
  ];

  test.each(rows)("%s", (_name, actions, realTime, block) => {
    const table = new PrinterTable();

    table.person(...actions);

    expect(table.host(askAll)).toBe(realTime);
    expect(table.host("10 14 07 01")).toBe(block);
  });

  test("cover opened while printing is an error until it is closed", () => {
    const table = new PrinterTable();
    table.host("41 0a 42 0a 43 0a");

    table.person(open);

    expect(table.host(askAll)).toBe("1a 56 52 12");
    table.person({ kind: "cover", cover: "closed" });
    expect(table.host(askAll)).toBe("12 12 12 12");
    table.settle();
    expect(table.paper).toBe("A\nB\nC\n");
  });

  test("a cutter jam shows at the first cut, and the cut is made once the blade is free", () => {
    const table = new PrinterTable();
    table.person({ kind: "cutter", cutter: "jammed" });
    expect(table.host(askAll)).toBe("12 12 12 12");

    table.host("41 0a 1d 56 00");
    table.settle();

    expect(table.host(askAll)).toBe("1a 52 1a 12");
    expect(table.host("10 14 07 01")).toBe("18 08 00 00");
    table.person({ kind: "cutter", cutter: "ok" });
    table.settle();
    expect(table.paper).toBe("A\n[cut]\n");
  });

  test("an open drawer lifts pin 3 in every kind of answer", () => {
    const table = new PrinterTable();

    table.drawer.act({ kind: "open" }, 900);

    expect(table.host("10 04 01")).toBe("16");
    expect(table.host("1d 72 02")).toBe("01");
    expect(table.host("1d 61 ff")).toBe("14 00 00 00");
  });
});
