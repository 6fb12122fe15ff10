import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Bitmap } from "#simulator/paper/bitmap.ts";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { printCase } from "#test/support/golden-paper.ts";

/**
 * Small pictures as they lie on the paper, dot for dot, typed beside the bytes: `#` is black, the
 * light rest of a row and rows without a dot are left away. No program writes these files.
 */
const folder = new URL("paper/", import.meta.url);
const cases = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/dots.txt`, folder)));

const read = (path: string) =>
  readFileSync(new URL(path, folder), "utf8").replace(/(^|\s)# .*$/gm, "");

function rowsOf(dots: Bitmap): readonly string[] {
  const rows = Array.from({ length: dots.height }, (_, y) =>
    [...dots.dots.subarray(y * dots.width, (y + 1) * dots.width)]
      .map((dot) => (dot === 1 ? "#" : "."))
      .join("")
      .replace(/\.+$/, ""),
  );
  return rows.filter((row) => row !== "");
}

test.each(cases)("the dots of the manual's %s", (name) => {
  const { receipts } = printCase(new URL(`${name}/`, folder));
  const printed = receipts.flatMap((receipt) => rowsOf(paperDots(receipt)));

  expect(printed).toEqual(
    read(`${name}/dots.txt`)
      .split("\n")
      .map((row) => row.trimEnd())
      .filter((row) => row !== ""),
  );
});
