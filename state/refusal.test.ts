import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain, refuse } from "./refusal.ts";
import { refusalTexts } from "./refusal-texts.ts";

const rows = Object.entries(refusalTexts);
const sentences = rows.flatMap(([code, { title, detail }]) => [
  { code, ...title },
  { code, ...detail },
]);
const hanzi = /\p{Script=Han}/u;
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("what a cashier reads", () => {
  test.each(sentences)("$code says it in Chinese and in English: $en", ({ zh, en }) => {
    expect(zh).toMatch(hanzi);
    expect(en).not.toMatch(hanzi);
    expect(en.trim()).not.toBe("");
    expect(names(en)).toEqual(names(zh));
  });

  test("nothing in braces is left once a refusal's blanks are filled", () => {
    for (const [code, { title, detail }] of rows) {
      const blanks = [...names(title.zh), ...names(detail.zh)];
      const params = Object.fromEntries(blanks.map((name) => [name, "42"]));

      const told = explain({ code, params });

      for (const text of [told.title, told.detail].flatMap(({ zh, en }) => [zh, en])) {
        expect(text).not.toMatch(/[{}]/);
      }
    }
  });

  test("a title ends open, a detail with a full stop, in either language", () => {
    for (const [, { title, detail }] of rows) {
      expect(`${title.zh}${title.en}`).not.toMatch(/[。.]/);
      expect(detail.zh).toMatch(/。$/);
      expect(detail.en).toMatch(/\.$/);
    }
  });
});

describe("a refusal", () => {
  test("tells what to do, with what was at stake filled in", () => {
    const { notice } = refuse("tender/not-enough", { missing: "0.50" });

    expect(explain(notice)).toEqual({
      severity: "warning",
      title: { zh: "收款不足，还差 ¥0.50", en: "Not enough: ¥0.50 is missing" },
      detail: {
        zh: "尚未入账。请收足金额后再确认。",
        en: "Nothing is recorded. Take the missing amount and enter it again.",
      },
    });
  });

  test("shows a label as it is, even one that looks like a blank of ours", () => {
    const { title } = explain({ code: "sale/unknown-code", params: { label: "{label}$&" } });

    expect(title.en).toBe("No such article: {label}$&");
  });

  test("of a code that only a newer backend knows still gets a sentence with that code", () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        fc.pre(!rows.some(([known]) => known === code));

        const told = explain({ code, params: { code: "another" } });

        expect(told.severity).toBe("error");
        expect(told.title.zh).toContain(code);
        expect(told.title.en).toContain(code);
      }),
    );
  });

  test.each(["constructor", "toString", "__proto__"])("of the code %s is no exception", (code) => {
    expect(explain({ code, params: {} }).title.en).toBe(`That did not work (${code})`);
  });
});
