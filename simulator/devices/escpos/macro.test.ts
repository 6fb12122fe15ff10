import { describe, expect, test } from "vitest";
import { askAll, PrinterTable } from "#test/support/printer-table.ts";

const hold = { kind: "feed button", feedButton: "held" } as const;
const release = { kind: "feed button", feedButton: "up" } as const;

describe("a macro that waits for the feed button", () => {
  /** A is printed while it is defined, and then twice more. */
  function waiting(before = "") {
    const table = new PrinterTable();
    table.host(`${before} 1d 3a 41 0a 1d 3a 1d 5e 02 03 01 42 0a`);
    table.settle();
    return table;
  }

  test("waits off line and says so, each time anew", () => {
    const table = waiting();

    expect(table.paper).toBe("A\n");
    expect(table.host(askAll)).toBe("3a 12 12 12");
    expect(table.host("10 14 07 01")).toBe("18 01 00 00");
    table.person(hold, release);
    table.settle();
    expect(table.paper).toBe("A\nA\n");
    table.person(hold, release);
    table.settle();
    expect(table.paper).toBe("A\nA\nA\nB\n");
    expect(table.host("10 04 01")).toBe("12");
  });

  test("rests 300 ms before it waits, and hears a button that is off", () => {
    const table = waiting("1b 63 35 01");
    const pressed = table.now;

    table.person(hold, release);
    table.settle();

    expect(table.paper).toBe("A\nA\n");
    expect(table.now).toBeGreaterThanOrEqual(pressed + 300);
  });

  test("goes on as well when the host asks for it, DLE ENQ 0", () => {
    const table = waiting();

    table.host("10 05 00");
    table.settle();

    expect(table.paper).toBe("A\nA\n");
  });

  test("power off ends the waiting and forgets the macro", () => {
    const table = waiting();

    table.person({ kind: "power", power: "off" }, { kind: "power", power: "on" });
    table.host("1d 5e 01 00 00 43 0a");
    table.settle();

    expect(table.paper).toBe("A\nC\n");
  });
});

test("what a macro holds is limited, and so is what it can print", () => {
  const table = new PrinterTable({ receiveBufferBytes: 1 << 16 });
  const line = `${"41 ".repeat(39)}0a `;

  table.host(`1d 3a ${line.repeat(60)} 1d 3a 1d 5e 01 00 00 0a`);
  table.settle();

  // 2048 bytes are 51 lines of 40, and 8 characters.
  expect(table.paper.split("\n")).toHaveLength(60 + 51 + 1 + 1);
});
