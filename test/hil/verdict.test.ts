import { expect, test } from "vitest";
import { compressedKernel } from "./kernel-image.ts";
import { Verdict } from "./verdict.ts";

function verdictOf(...lines: readonly string[]): boolean {
  const verdict = new Verdict();
  for (const line of lines) verdict.hear(line);
  return verdict.isPassed;
}

test("only a guest that passed all and came to its end has passed", () => {
  expect(verdictOf("HIL ok a", "HIL ok b", "HIL done 2")).toBe(true);
  expect(verdictOf("HIL ok a", "HIL ok b")).toBe(false);
  expect(verdictOf("HIL ok a", "HIL done 2")).toBe(false);
  expect(verdictOf("HIL ok a", "HIL not ok b: x", "HIL done 1")).toBe(false);
  expect(verdictOf("HIL missing module 9p", "HIL ok a", "HIL done 1")).toBe(false);
  expect(verdictOf("HIL done 0")).toBe(false);
});

test("the compressed kernel is found where the set-up header says", () => {
  const image = new Uint8Array(2048);
  const view = new DataView(image.buffer);
  view.setUint8(0x1f1, 1);
  view.setUint32(0x248, 16, true);
  view.setUint32(0x24c, 3, true);
  image.set([7, 8, 9], 1024 + 16);

  expect(compressedKernel(image)).toEqual(Uint8Array.of(7, 8, 9));
  expect(() => compressedKernel(image.subarray(0, 1030))).toThrow(RangeError);
});
