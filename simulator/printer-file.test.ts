import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { freshFolder } from "#test/support/folder.ts";
import { PrinterTable } from "#test/support/printer-table.ts";
import { readPrinter } from "./printer-file.ts";

const examples = fileURLToPath(new URL("../docs/printers", import.meta.url));

function fileWith(text: string): string {
  const file = join(freshFolder(), "printer.json");
  writeFileSync(file, text);
  return file;
}

test.each(readdirSync(examples))("the example %s is a printer that prints", (name) => {
  const table = new PrinterTable(readPrinter(join(examples, name)));

  table.host("41 0a");
  table.settle();

  expect(table.paper).toBe("A\n");
});

test("what a file says, the printer does", () => {
  const table = new PrinterTable(
    readPrinter(
      fileWith('{ "paperMm": 58, "endsLineAtCr": true, "identity": { "model": "POS-58" } }'),
    ),
  );

  table.host(`${"41 ".repeat(33)}0d`);
  table.host("1d 49 43");
  const answers = table.settle();

  expect(table.paper).toBe(`${"A".repeat(32)}\nA\n`);
  expect(answers).toContain("5f 50 4f 53 2d 35 38 00");
});

test.each([
  ["{", "JSON"],
  ['{ "paperMm": 76 }', "paperMm"],
  ['{ "colour": "red" }', "colour"],
  ['{ "ignores": ["GS z"] }', "ignores[0]"],
])("%s is refused with its place", (text, place) => {
  expect(() => readPrinter(fileWith(text))).toThrow(
    expect.objectContaining({
      code: "simulator/bad-printer",
      message: expect.stringContaining(place),
    }),
  );
});
