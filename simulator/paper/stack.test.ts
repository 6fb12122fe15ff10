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

test("a cut at a mark leaves what is below it in the printer, bytes and all", () => {
  const stack = new PaperStack(576);
  stack.count(5);
  stack.print({ kind: "feed", heightDots: 30 });
  const { mark } = stack;
  stack.count(7);
  stack.print({ kind: "feed", heightDots: 60 });

  expect(stack.end("cut", mark)).toMatchObject({ number: 1, edge: "cut", bytes: 5 });
  expect(stack.receipts.at(-1)).toMatchObject({
    number: 2,
    edge: "open",
    bytes: 7,
    rows: [{ heightDots: 60 }],
  });
});

test("a mark on paper that was torn off meanwhile cuts what there is", () => {
  const stack = new PaperStack(576);
  stack.print({ kind: "feed", heightDots: 30 });
  stack.print({ kind: "feed", heightDots: 30 });
  const { mark } = stack;
  stack.end("torn");
  stack.print({ kind: "feed", heightDots: 30 });

  expect(stack.end("cut", mark)).toMatchObject({ number: 2, rows: [{ heightDots: 30 }] });
  expect(stack.openRows).toBe(0);
});
