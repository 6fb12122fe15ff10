import { describe, expect, test } from "vitest";
import { PrinterTable } from "#test/support/printer-table.ts";

const hold = { kind: "feed button", feedButton: "held" } as const;
const release = { kind: "feed button", feedButton: "up" } as const;

describe("the hex dump", () => {
  /** GS ( A 0 1, then ten bytes and three more. */
  const job = "1d 28 41 02 00 00 01 1b 21 00 0d 41 42 b9 f1 1b 40 30 31 0a";
  const first = "1B 21 00 0D 41 42 B9 F1 1B 40  .!..AB...@\n";

  test("shows the rest at a press of the button and ends at the third", () => {
    const table = new PrinterTable();
    table.host(job);
    table.settle();
    const head = table.paper.slice(0, table.paper.indexOf(first));

    table.person(hold, release);
    table.settle();
    expect(table.paper).toBe(`${head}${first}30 31 0A${" ".repeat(23)}01.\n`);
    table.person(hold, release, hold, release);
    table.host("44 0a");
    table.settle();

    expect(head).toMatch(/^Hexadecimal Dump\n/);
    expect(table.paper).toMatch(/01\.\nD\n$/);
  });

  test("ends with the power, and takes fewer bytes a line on narrow paper", () => {
    const table = new PrinterTable({ widthDots: 384 });
    table.host(job);
    table.settle();
    table.person({ kind: "power", power: "off" }, { kind: "power", power: "on" });
    table.host("44 0a");
    table.settle();

    expect(table.paper).toContain("1B 21 00 0D 41 42 B9  .!..AB.\n");
    expect(table.paper).toMatch(/\nD\n$/);
  });
});
