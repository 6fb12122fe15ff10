import { expect, test } from "vitest";
import { noHiddenInputs } from "./hidden-inputs.ts";
import { judge } from "./laws.ts";
import { parseSource } from "./source.ts";

test("a line is found below Chinese text and pictures, which are longer in bytes", () => {
  const text = `// 柜台 ${"🧾".repeat(40)}\nconst name = "收银台";\n\nDate.now();\n`;

  expect(judge(noHiddenInputs, { "state/sale.ts": text })).toEqual([
    "state/sale.ts:4: law 3: Date.now: take the time as an argument, or a Clock from runtime/host",
  ]);
});

test("a page's markup is read like any other code", () => {
  const text = "export const due = <output onClick={() => Date.now()}>{due / 100}</output>;";

  expect(judge(noHiddenInputs, { "runtime/due.tsx": text })).toHaveLength(1);
});

test("a file that does not parse is named", () => {
  expect(() => parseSource("state/sale.ts", "const = 1;")).toThrow(/^state\/sale\.ts: /);
});
