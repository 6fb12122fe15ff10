import { expect, test } from "vitest";
import { PaperStack, RECEIPTS_MAX, ROWS_MAX } from "./stack.ts";

const line = { kind: "feed", heightDots: 30 } as const;

test("a cut ends a receipt, and the next one has the next number", () => {
  const stack = new PaperStack(576);
  stack.print(line);
  stack.count(7);

  expect(stack.end("cut")).toMatchObject({ number: 1, edge: "cut", bytes: 7 });
  expect(stack.end("cut")).toBeNull();
  stack.print(line);

  expect(stack.find(2)).toMatchObject({ edge: "open", bytes: 0 });
  expect(stack.numbers).toEqual([1, 2]);
  expect(stack.newest).toBe(2);
});

test("clearing the counter keeps the numbers and the paper in the printer", () => {
  const stack = new PaperStack(384);
  stack.print(line);
  stack.end("torn");
  stack.print(line);

  stack.clear();

  expect(stack.numbers).toEqual([2]);
});

test("paper that nobody cuts is torn in the end, and old receipts go to the bin", () => {
  const stack = new PaperStack(576);
  for (let row = 0; row < ROWS_MAX; row += 1) stack.print(line);
  expect(stack.find(1)?.edge).toBe("torn");

  for (let number = 0; number < RECEIPTS_MAX; number += 1) {
    stack.print(line);
    stack.end("cut");
  }

  expect(stack.receipts).toHaveLength(RECEIPTS_MAX);
  expect(stack.find(1)).toBeNull();
});
