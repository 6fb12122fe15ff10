import { describe, expect, test } from "vitest";
import { match, wordsOf } from "./words.ts";

const said = (line: string) => wordsOf(line)?.map(({ text }) => text);

describe("a line", () => {
  test.each([
    ["  open   cover ", ["open", "cover"]],
    ["open cover # in mid-receipt", ["open", "cover"]],
    ["# only a comment", []],
    ['expect paper contains "合计 # 1"', ["expect", "paper", "contains", "合计 # 1"]],
    ["", []],
  ])("%j is words", (line, words) => {
    expect(said(line)).toEqual(words);
  });

  test("with a quote that has no end is none", () => {
    expect(wordsOf('scan "690')).toBeNull();
  });
});

const slotsOf = (pattern: string, line: string) => {
  const found = match(pattern, wordsOf(line) ?? []);
  return found.isMatch ? found.slots : found;
};

describe("a slot reads", () => {
  test.each([
    ["at {time}", "at 2s", { time: 2000 }],
    ["at {time}", "at 1.5s", { time: 1500 }],
    ["at {time}", "at 300ms", { time: 300 }],
    ["every {count} byte", "every 50th byte", { count: 50 }],
    ["lose {percent}", "lose 0.5%", { percent: 0.5 }],
    ["x {way}", "x from scanner", { way: { device: "scanner", lane: "toHost" } }],
    ["x {way}", "x to printer", { way: { device: "printer", lane: "toDevice" } }],
    ["x {hex}", "x 1b 40 FF", { hex: Uint8Array.of(0x1b, 0x40, 0xff) }],
    ["x {device}", "x scanner", { device: "scanner" }],
  ])("%s in %s", (pattern, line, slots) => {
    expect(slotsOf(pattern, line)).toMatchObject(slots);
  });

  test.each([
    ["at {time}", "at 2", { fits: 1, expected: "a time: 2s, 300ms" }],
    ["expect {text}", "expect 合计", { fits: 1, expected: 'words in "quotes"' }],
    ["cut cable of {device}", "cut cable of drawer", { fits: 3 }],
    ["open cover", 'open "cover"', { fits: 1, expected: "cover" }],
  ])("%s not in %s, and says what it expected", (pattern, line, miss) => {
    expect(slotsOf(pattern, line)).toMatchObject({ isMatch: false, ...miss });
  });
});
