import { expect, test } from "vitest";
import { judge } from "./laws.ts";
import { size } from "./size.ts";

const tall = (head: string, lines: number) => `${head} {\n${"  step();\n".repeat(lines - 2)}}`;
const path = "state/sale.ts";

test("a function of 61 lines is split", () => {
  expect(judge(size, { [path]: `\n${tall("function sell()", 61)}` })).toEqual([
    "state/sale.ts:2: law 5: a function of 61 lines: split it, 60 are the limit",
  ]);
});

test("a function of 60 lines stands", () => {
  expect(judge(size, { [path]: tall("const sell = () =>", 60) })).toEqual([]);
});

test("a chapter of tests may be long, a test in it may not", () => {
  const chapter = tall('describe("a sale", () =>', 99);
  const long = tall('test("is sold", () =>', 61);

  expect(judge(size, { "state/sale.test.ts": `${chapter});\n${long});` })).toEqual([
    "state/sale.test.ts:100: law 5: a function of 61 lines: split it, 60 are the limit",
  ]);
});

test("a file of 301 lines is parted", () => {
  expect(judge(size, { [path]: "step();\n".repeat(301) })).toEqual([
    "state/sale.ts:301: law 5: a file of 301 lines is two ideas: part them, 300 are the limit",
  ]);
});

test("a file of 300 lines stands", () => {
  expect(judge(size, { [path]: "step();\n".repeat(300) })).toEqual([]);
});

test("a line of 101 columns is broken", () => {
  expect(judge(size, { [path]: `step();\n// ${"x".repeat(98)}` })).toEqual([
    "state/sale.ts:2: law 5: 101 columns: break the line, 100 are the limit",
  ]);
});

test.each([
  ["100 columns", `step(); // ${"x".repeat(89)}`],
  ["an address", `step(); // https://example.org/${"x".repeat(98)}`],
  ["a table", `export const words = [\n${`  "${"x".repeat(110)}",\n`.repeat(400)}];`],
])("%s may stand", (_, text) => {
  expect(judge(size, { [path]: text })).toEqual([]);
});

test("prose wraps where its writer likes", () => {
  expect(judge(size, { "README.md": "x".repeat(200) })).toEqual([]);
});
