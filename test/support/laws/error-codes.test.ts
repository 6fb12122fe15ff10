import { expect, test } from "vitest";
import { errorCodes } from "./error-codes.ts";
import { judge } from "./laws.ts";

const list = (...codes: string[]) => codes.map((code) => `| \`${code}\`   | … |`).join("\n");
const torn = 'throw new CodedError("ledger/torn-record", { what, fix });';

test.each([
  [torn, "ledger/torn-record"],
  ['const refusal = { code: "sale/not-enough-cash", params: {} };', "sale/not-enough-cash"],
  ['const decision = refuse(state, "sale/unknown-code");', "sale/unknown-code"],
  ['const refusal = { code: ok ? null : ("sale/closed" as const) };', "sale/closed"],
])("a code that is not listed is missed: %s", (text, code) => {
  expect(judge(errorCodes, { "runtime/ERRORS.md": "", "runtime/till.ts": text })).toEqual([
    `runtime/till.ts:1: law 8: ${code}: add its row to runtime/ERRORS.md: ` +
      "what happened, what is safe, what to do",
  ]);
});

test("a text of a refusal is listed too", () => {
  const texts = 'export const texts = {\n  "sale/no-such-line": { zh: "…", en: "…" },\n};';

  expect(judge(errorCodes, { "runtime/ERRORS.md": "", "state/refusal.ts": texts })).toEqual([
    "state/refusal.ts:2: law 8: sale/no-such-line: add its row to runtime/ERRORS.md: " +
      "what happened, what is safe, what to do",
  ]);
});

test.each([
  [
    "throw new CodedError(code, explanation);",
    'write the code as a string, "folder/what-happened": it must be found',
  ],
  [
    'throw new CodedError("Torn record", explanation);',
    "Torn record: a code reads folder/what-happened, in lower case",
  ],
])("a code that cannot be listed is refused: %s", (text, advice) => {
  expect(judge(errorCodes, { "runtime/ERRORS.md": "", "runtime/till.ts": text })).toEqual([
    `runtime/till.ts:1: law 8: ${advice}`,
  ]);
});

test("a row for a code that nothing says is taken out, and one that is there twice", () => {
  const rows = list("ledger/torn-record", "ledger/full", "ledger/torn-record");

  expect(judge(errorCodes, { "runtime/ERRORS.md": rows, "runtime/ledger.ts": torn })).toEqual([
    "runtime/ERRORS.md:3: law 8: ledger/torn-record: listed twice, keep one row",
    "runtime/ERRORS.md:2: law 8: ledger/full: nothing says this any more, take the row out",
  ]);
});

test.each([
  ["a listed code", { "runtime/ERRORS.md": list("ledger/torn-record"), "runtime/a.ts": torn }],
  ["a code in a test", { "runtime/ERRORS.md": "", "runtime/a.test.ts": torn }],
  ["a house with no list yet", { "runtime/a.ts": torn }],
  ["a status code", { "runtime/ERRORS.md": "", "runtime/a.ts": "const x = { code: 404 };" }],
])("%s passes", (_, files) => {
  expect(judge(errorCodes, files as Record<string, string>)).toEqual([]);
});
