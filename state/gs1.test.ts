import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detailsOf, expiryDate, readDigitalLink, readElements } from "./gs1.ts";

const fields = (text: string) => {
  const read = readElements(text);
  return read === null ? null : Object.fromEntries(read);
};

describe("an element string", () => {
  test.each([
    ["0109506000134352", { "01": "09506000134352" }],
    [
      "01095060001343521726113010AB\u001d21S1",
      {
        ...{ "01": "09506000134352", "17": "261130", "10": "AB", "21": "S1" },
      },
    ],
    [
      "0109506000134352310300123439221580",
      {
        ...{ "01": "09506000134352", "3103": "001234", "3922": "1580" },
      },
    ],
    ["10AB\u001d0109506000134352", { "10": "AB", "01": "09506000134352" }],
    // A scanner that sends the first FNC1 as well; a field of variable length that ends the label.
    ["\u001d010950600013435210AB", { "01": "09506000134352", "10": "AB" }],
    ["0109506000134352810012\u001d21A", { "01": "09506000134352", "8100": "12", "21": "A" }],
  ])("%j holds %j", (text, held) => {
    expect(fields(text)).toEqual(held);
  });

  test.each(["", "01095", "AB", "10", "0109506000134352\u001d\u001d", "10A\u001d10B"])(
    "%j is none",
    (text) => {
      expect(fields(text)).toBeNull();
    },
  );
});

describe("a Digital Link", () => {
  test("holds its path's and its query's fields, percent-decoded", () => {
    const link = readDigitalLink(
      "https://a.cn/x/01/9506000134352/10/A%2FB?17=261130&3103=000195&q=1",
    );

    expect(Object.fromEntries(link ?? [])).toEqual({
      ...{ "01": "9506000134352", "10": "A/B", "17": "261130", "3103": "000195" },
    });
  });

  test.each([
    "https://a.cn/01/shop/01/09506000134352",
    "https://a.cn/01/01/09506000134352/",
    "HTTPS://A.CN:8080/01/%30%39506000134352?01=1#x",
  ])("is told from a path of the shop's own: %s", (text) => {
    expect(readDigitalLink(text)?.get("01")).toBe("09506000134352");
  });

  test.each([
    "https://a.cn/",
    "https://a.cn/01/7",
    "https://a.cn/02/1",
    "ftp://a.cn/01/1",
    "a.cn/01/1",
  ])("is not %s", (text) => {
    expect(readDigitalLink(text)).toBeNull();
  });
});

test("weights are grams and prices fen, whatever decimals they are told in", () => {
  const of = (...pairs: [string, string][]) => detailsOf(new Map(pairs));

  expect(of(["3103", "001234"], ["3922", "1580"])).toEqual({ weight: 1234, price: 1580 });
  expect(of(["3100", "000002"], ["3920", "5"])).toEqual({ weight: 2000, price: 500 });
  expect(of(["3105", "123456"])).toEqual({ weight: 1235 });
  expect(of(["3932", "1561580"])).toEqual({ price: 1580 });
  expect(of(["3932", "8401580"])).toEqual({});
  expect(of(["3103", "12"], ["17", "261332"], ["10", "a b"])).toEqual({});
});

test.each([
  ["261130", "2026-11-30"],
  ["261100", "2026-11-31"],
  ["760101", "2076-01-01"],
  ["770101", "1977-01-01"],
])("the expiry %s is %s", (expiry, date) => {
  expect(expiryDate(expiry, "2026-11-24")).toBe(date);
});

test("nothing on a label stops the reading", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const read of [readElements(text), readDigitalLink(`https://a/01/${text}`)]) {
        if (read !== null) detailsOf(read);
      }
    }),
  );
});
