import { expect, test } from "vitest";
import { isCommentedOut } from "./commented-out.ts";

test.each([
  "const due = total(lines);",
  "return change;",
  "await print(job);",
  "if (isOpen) {",
  "} else {",
  "}",
  "printer.cut();",
  "this.#open = true;",
  'import { x } from "./x.ts";',
])("%s is code", (comment) => {
  expect(isCommentedOut(` ${comment}`)).toBe(true);
});

test.each([
  "The drawer is shut; nothing rings.",
  "return the change to the customer;",
  "if the drawer is open, wait",
  "for each line: its tax",
  '"ESC t"',
  "576 dots over 12 and 9",
  "import what the page needs; nothing more",
  "x = y, see the manual",
])("%s is prose", (comment) => {
  expect(isCommentedOut(` ${comment}`)).toBe(false);
});
