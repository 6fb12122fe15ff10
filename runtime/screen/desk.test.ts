import { describe, expect, test } from "vitest";
import type { Fact } from "#state/fact.ts";
import type { Refusal } from "#state/refusal.ts";
import { Desk } from "./desk.ts";

const unknownCode: Refusal = { code: "sale/unknown-code", params: { label: "6901" } };
const interrupted = { code: "print/interrupted", params: {} };

const voided: Fact = { type: "line.voided", lineNo: 1 };

/** A desk that has just said something. */
function deskSaying(refusal = unknownCode): Desk {
  const desk = new Desk(100);
  desk.say(refusal);
  return desk;
}

test("a desk has nothing to say at first", () => {
  expect(new Desk(100).notice).toBeNull();
});

test("a refusal is said in both languages, filled in, with what is safe", () => {
  const { notice } = deskSaying();

  expect(notice).toEqual({
    number: 101,
    code: "sale/unknown-code",
    severity: "warning",
    title: { zh: "没有这个商品：6901", en: "No such article: 6901" },
    detail: {
      zh: "购物清单没有变化。请核对条码，或手工输入货号。",
      en: "The basket is unchanged. Check the code, or type the article number.",
    },
  });
});

test("the same refusal twice is two notices: the page sounds again", () => {
  const desk = deskSaying();
  const first = desk.notice?.number;

  desk.say(unknownCode);

  expect(desk.notice?.number).toBe(102);
  expect(first).toBe(101);
});

test("a code of a newer backend still gets a sentence, with the code in it", () => {
  const { notice } = deskSaying({ code: "future/unheard-of", params: {} });

  expect(notice?.title.en).toContain("future/unheard-of");
});

describe("what was said", () => {
  test("is no longer news once something worked", () => {
    const desk = deskSaying();

    desk.after([voided]);

    expect(desk.notice).toBeNull();
  });

  test.each<[string, readonly Fact[]]>([
    ["nothing happened", []],
    ["a receipt came out", [{ type: "print.finished", jobId: "j", confirmed: true }]],
    ["the drawer was pushed shut", [{ type: "drawer.closed" }]],
    ["a device came back", [{ type: "device.ready", device: "printer" }]],
    ["new prices came", [{ type: "configuration.adopted", version: 2, sha256: "c" }]],
  ])("stays while %s: nobody at the counter did that", (_, facts) => {
    const desk = deskSaying(interrupted);

    desk.after(facts);

    expect(desk.notice?.code).toBe("print/interrupted");
  });

  test("goes when somebody did something among them", () => {
    const desk = deskSaying(interrupted);

    desk.after([{ type: "drawer.closed" }, voided]);

    expect(desk.notice).toBeNull();
  });

  test("is put away by hand", () => {
    const desk = deskSaying();

    desk.dismiss();

    expect(desk.notice).toBeNull();
  });

  test("is taken back only by its own code", () => {
    const desk = deskSaying(interrupted);

    desk.retract("activation/backend-unreachable");
    const stayed = desk.notice?.code;
    desk.retract("print/interrupted");

    expect(stayed).toBe("print/interrupted");
    expect(desk.notice).toBeNull();
  });

  test("is counted on after it was put away", () => {
    const desk = deskSaying();
    desk.dismiss();

    desk.say(interrupted);

    expect(desk.notice?.number).toBe(102);
  });
});
