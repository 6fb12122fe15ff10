import { expect, test } from "vitest";
import { PrinterTable } from "#test/support/printer-table.ts";

const logo = "1c 71 01 01 00 01 00 ff 80 80 80 80 80 80 80";

test("a logo of FS q outlives the power, and writing it is counted", () => {
  const table = new PrinterTable();
  table.host(logo);

  table.person({ kind: "power", power: "off" }, { kind: "power", power: "on" });
  table.host("1c 70 01 00");
  table.settle();

  expect(table.paper).toBe("[picture 8 x 8]\n");
  expect(table.events.filter((kind) => kind === "memory written")).toHaveLength(1);
});

test("FS q takes the place of all logos there were", () => {
  const table = new PrinterTable();
  table.host(`${logo.replace("71 01", "71 02")} 01 00 01 00 ff 80 80 80 80 80 80 80`);
  table.host(`${logo} 1c 70 02 00`);
  table.settle();

  expect(table.paper).toBe("");
  expect(table.events).toContain("not printed");
});

test("a picture of GS * is gone with the power", () => {
  const table = new PrinterTable();
  table.host("1d 2a 01 01 ff 80 80 80 80 80 80 80");

  table.person({ kind: "power", power: "off" }, { kind: "power", power: "on" });
  table.host("1d 2f 00");

  expect(table.events).toContain("not printed");
});
