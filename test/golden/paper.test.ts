import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paperText } from "#simulator/paper/paper-text.ts";
import { printCase } from "#test/support/golden-paper.ts";
import { paperRows } from "#test/support/paper-rows.ts";

const folder = new URL("paper/", import.meta.url);
const cases = readdirSync(folder);
const folderOf = (name: string) => new URL(`${name}/`, folder);

function expectFile(name: string, file: string, content: string): void {
  const expected = new URL(file, folderOf(name));
  if (process.env.GOLDEN_UPDATE !== undefined) writeFileSync(expected, content);
  expect(content).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : "");
}

test.each(cases)("the virtual printer prints the manual's %s", (name) => {
  const { receipts } = printCase(folderOf(name));

  expectFile(name, "paper.txt", receipts.map(paperText).join(""));
});

/** Every job of a Star. */
const inDots = cases.filter((name) => name.startsWith("star-"));

test.each(inDots)("and knows every command of %s, to the dot", (name) => {
  const { receipts, events } = printCase(folderOf(name));

  expect(events.map(({ kind }) => kind)).not.toContain("unknown command");
  expectFile(name, "rows.txt", receipts.map(paperRows).join(""));
});

test("no case got lost", () => {
  expect(cases).toHaveLength(48);
});
