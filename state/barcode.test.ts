import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configuration } from "#test/support/shop.ts";
import {
  checkDigit,
  expandUpcE,
  gtin14,
  hasRightCheckDigit,
  normalizePlu,
  readCode,
} from "./barcode.ts";
import type { InStoreCode } from "./configuration.ts";

const templates = configuration.inStoreCodes;

describe("the check digit", () => {
  test.each(["6901234567892", "4006381333931", "96385074", "042100005264", "09506000134352"])(
    "of %s, as printed, is right",
    (code) => {
      expect(hasRightCheckDigit(code)).toBe(true);
      expect(readCode({ text: code, entry: "scanned" }, templates)).toEqual({
        kind: "gtin",
        gtin: gtin14(code),
      });
    },
  );

  test("catches any one digit misread, in a code of any length", () => {
    const digits = fc.constantFrom(8, 12, 13, 14).chain((length) =>
      fc.record({
        before: fc.stringMatching(new RegExp(`^[3-9]\\d{${length - 2}}$`)),
        position: fc.nat(length - 1),
        step: fc.integer({ min: 1, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(digits, ({ before, position, step }) => {
        const code = before + checkDigit(before);
        const misread = String((Number(code[position]) + step) % 10);
        const wrong = code.slice(0, position) + misread + code.slice(position + 1);

        expect(hasRightCheckDigit(code)).toBe(true);
        expect(hasRightCheckDigit(wrong)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("does not change when zeros are put before the code", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), fc.nat(6), (digits, zeros) => {
        expect(checkDigit("0".repeat(zeros) + digits)).toBe(checkDigit(digits));
      }),
    );
  });
});

describe("the shop's own labels", () => {
  test.each([
    ["2112345012346", { plu: "12345", meaning: "weight", value: 1234 }],
    ["2212345005000", { plu: "12345", meaning: "amount", value: 500 }],
    ["2200777015001", { plu: "777", meaning: "amount", value: 1500 }],
    ["211234501234005670", { plu: "12345", meaning: "weight", value: 567 }],
  ])("%s means %j", (code, label) => {
    expect(readCode({ text: code, entry: "scanned" }, templates)).toEqual({
      kind: "in-store",
      ...label,
    });
  });

  test("are the shop's own rule: without a template they are ordinary numbers", () => {
    expect(readCode({ text: "2112345012346", entry: "scanned" }, []).kind).toBe("gtin");
    expect(readCode({ text: "211234501234005670", entry: "scanned" }, []).kind).toBe(
      "not-an-article",
    );
  });

  test("of 13 digits end in a check digit like any other", () => {
    expect(readCode({ text: "2112345012347", entry: "scanned" }, templates).kind).toBe(
      "bad-check-digit",
    );
  });
});

describe("a check digit of the shop's own labels", () => {
  const of18 = {
    ...{ prefix: "21", length: 18, plu: [3, 5], value: [13, 5], meaning: "weight" },
  } as const satisfies InStoreCode;
  const read = (text: string, ...own: readonly InStoreCode[]) =>
    readCode({ text, entry: "scanned" }, own).kind;

  test("is reckoned as the template says", () => {
    const left: InStoreCode = { ...of18, check: "from-left" };
    const right: InStoreCode = { ...of18, check: "from-right" };
    expect(read("211234501234005676", left)).toBe("in-store");
    expect(read("211234501234005670", left)).toBe("bad-check-digit");
    expect(read("211234501234005670", right)).toBe("in-store");
    expect(read("211234501234005676", right)).toBe("bad-check-digit");
  });

  test("may be a digit like any other, where the template says so", () => {
    const none: InStoreCode = { ...of18, length: 13, value: [8, 5], check: "none" };

    expect(read("2112345012347", none)).toBe("in-store");
  });
});

test("UPC-A is the shop's own label with its zero and without", () => {
  const own: InStoreCode = {
    ...{ prefix: "02", length: 13, plu: [3, 5], value: [9, 4], meaning: "amount" },
  };
  const label = { kind: "in-store", plu: "12345", meaning: "amount", value: 599 };

  for (const text of ["0212345605998", "212345605998"]) {
    expect(readCode({ text, entry: "scanned" }, [own])).toEqual(label);
  }
});

describe("an add-on", () => {
  test.each([
    ["977123456700305", "09771234567003"],
    ["978030640615751299", "09780306406157"],
    ["04210000526405", "00042100005264"],
    ["9780306406157", "09780306406157"],
  ])("of %s is no part of its number", (text, gtin) => {
    const code = { text, entry: "scanned", symbology: "add-on" } as const;

    expect(readCode(code, templates)).toEqual({ kind: "gtin", gtin });
  });
});

describe("a label of GS1", () => {
  const gtin = "09506000134352";

  test.each([
    `01${gtin}`,
    `01${gtin}3103001234`,
    `01${gtin}10AB\u001d17261130`,
    `\u001d01${gtin}10AB`,
    `10AB\u001d01${gtin}`,
  ])("says so itself, where the scanner does not: %j", (text) => {
    expect(readCode({ text, entry: "scanned" }, templates)).toMatchObject({ kind: "gs1", gtin });
  });

  test.each(["0109506000134353", `01${gtin}x`, "010950600013435", `02${gtin}`])(
    "is not every number that begins like one: %j",
    (text) => {
      expect(readCode({ text, entry: "scanned" }, templates).kind).toBe("not-an-article");
    },
  );

  test("may be the bare number of DataBar, and is never the shop's own label", () => {
    const read = (text: string) =>
      readCode({ text, entry: "scanned", symbology: "gs1" }, templates).kind;

    expect(read(gtin)).toBe("gtin");
    // A serial number, and digits that would be a weight label of prefix 21.
    expect(read("2112345012346")).toBe("not-an-article");
  });
});

describe("a short number", () => {
  test("is an article number when typed, and half a code when scanned", () => {
    expect(readCode({ text: "00101", entry: "keyed" }, templates)).toEqual({
      kind: "plu",
      plu: "101",
    });
    expect(readCode({ text: "00101", entry: "scanned" }, templates)).toEqual({
      kind: "not-an-article",
    });
  });

  test.each([
    ["00042", "42"],
    ["42", "42"],
    ["0", "0"],
    ["000", "0"],
  ])("%s is the article %s", (typed, plu) => {
    expect(normalizePlu(typed)).toBe(plu);
  });
});

test.each([
  "",
  " ",
  "69012345678 92",
  "６９０１２３４",
  "abc",
  "]E06901234567892",
  "1.5",
  "-1",
  "123456",
])("%j is no article's code", (code) => {
  expect(readCode({ text: code, entry: "scanned" }, templates)).toEqual({ kind: "not-an-article" });
});

test("whatever is scanned or typed means something, and nothing stops the till", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom("scanned", "keyed"),
      (code, entry) => {
        expect(readCode({ text: code, entry }, templates).kind).toMatch(
          /^(not-an-article|gtin|gs1|plu|bad|in-)/,
        );
      },
    ),
  );
});

describe("UPC-E", () => {
  test.each([
    ["04252614", "042100005264"],
    ["01234505", "012000003455"],
    ["01234531", "012300000451"],
    ["01234543", "012340000053"],
    ["01234557", "012345000057"],
  ])("%s stands for %s", (short, long) => {
    expect(expandUpcE(short)).toBe(long);
  });

  test("is told from EAN-8 by its symbology alone", () => {
    const code = { text: "04252614", entry: "scanned" } as const;

    expect(readCode({ ...code, symbology: "upc-e" }, templates)).toEqual({
      ...{ kind: "gtin", gtin: "00042100005264" },
    });
    expect(readCode(code, templates).kind).toBe("bad-check-digit");
  });
});
