import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshFolder } from "#test/support/folder.ts";
import { DurableMark } from "./durable-mark.ts";

test("one sync covers everything that was appended before it began", async () => {
  const file = join(freshFolder(), "log");
  writeFileSync(file, "x");
  const marks: number[] = [];
  let mark: DurableMark | null = null;

  await new Promise<void>((resolve) => {
    const onDurable = (seq: number) => {
      marks.push(seq);
      if (seq === 3) resolve();
    };
    mark = new DurableMark({ file, seq: 0, onDurable, onFailure: () => {} });
    for (const seq of [1, 2, 3]) mark.appended(seq);
  });

  expect(marks).toEqual([1, 3]);
  (mark as DurableMark | null)?.close();
});

test("the first failed sync ends it: nothing after it is ever called durable", async () => {
  const marks: number[] = [];
  let mark: DurableMark | null = null;

  // A character device takes no fdatasync: EINVAL, as good as any I/O error.
  const error = await new Promise<Error>((resolve) => {
    const onDurable = (seq: number) => marks.push(seq);
    mark = new DurableMark({ file: "/dev/null", seq: 0, onDurable, onFailure: resolve });
    mark.appended(1);
  });
  (mark as DurableMark | null)?.appended(2);

  expect(error.message).toMatch(/EINVAL/);
  expect((mark as DurableMark | null)?.seq).toBe(0);
  expect(marks).toEqual([]);
});
