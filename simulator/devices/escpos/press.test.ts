import { describe, expect, test } from "vitest";
import { PrinterTable } from "#test/support/printer-table.ts";

const hold = { kind: "feed button", feedButton: "held" } as const;
const release = { kind: "feed button", feedButton: "up" } as const;

test("ESC c 5: a feed button that is off does nothing until ESC @", () => {
  const table = new PrinterTable();

  table.host("1b 63 35 01");
  table.person(hold);
  expect(table.printer.isOnline).toBe(true);

  table.person(release);
  table.host("1b 40");
  table.person(hold);
  expect(table.printer.isOnline).toBe(false);
});

describe("makers differ", () => {
  test("in CR: passed over, or the end of a line, so that CR LF feeds twice", () => {
    const print = (endsLineAtCr: boolean) => {
      const table = new PrinterTable({ endsLineAtCr });
      table.host("41 0d 0a 42 0d 0a");
      table.settle();
      return table.paper;
    };

    expect(print(false)).toBe("A\nB\n");
    expect(print(true)).toBe("A\n\nB\n\n");
  });

  test("in the numbers of ESC t", () => {
    // FS ., ESC t 23, C0: Xprinter has CP1251 there, Epson a Thai page.
    const print = (codePages: "epson" | "xprinter") => {
      const table = new PrinterTable({ codePages });
      table.host("1c 2e 1b 74 17 c0 0a 1b 74 13 d5 0a");
      table.settle();
      return table.paper;
    };

    expect(print("epson")).toBe("ภ\n€\n");
    expect(print("xprinter")).toBe("А\n€\n");
  });
});
