import { describe, expect, it } from "vitest";
import { catalogueItem, inStoreCode } from "#state/configuration.ts";
import { isWeakPin } from "../pin.ts";
import { catalogue, inStoreCodes } from "./catalogue.ts";
import { checkDigit } from "./check-digit.ts";
import { people, stores } from "./merchant.ts";
import { rack } from "./rack.ts";

const gtins = catalogue.flatMap((item) => (item.gtin === null ? [] : [item.gtin]));

describe("the demo catalogue", () => {
  it("is two hundred articles that the protocol accepts", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(200);
    for (const item of catalogue) expect(catalogueItem.parse(item)).toEqual(item);
    for (const code of inStoreCodes) expect(inStoreCode.parse(code)).toEqual(code);
  });

  it("every GTIN is Chinese, has a right check digit, and stands for one article", () => {
    for (const gtin of gtins) {
      expect(gtin).toMatch(/^69\d{11}$/);
      expect(checkDigit(gtin.slice(0, -1)), gtin).toBe(gtin.at(-1));
    }
    expect(new Set(gtins).size).toBe(gtins.length);
    expect(gtins).toContain("6901234567892");
  });

  it("PLUs and names are unique", () => {
    for (const key of ["plu", "nameZh", "nameEn"] as const) {
      expect(new Set(catalogue.map((item) => item[key])).size).toBe(catalogue.length);
    }
  });

  it("tax rates are those of the law, and produce by weight is taxed at nine percent", () => {
    const weighed = catalogue.filter((item) => item.unit === "KGM");
    for (const item of catalogue) expect([1300, 900, 600]).toContain(item.taxRate);
    expect(weighed.length).toBeGreaterThanOrEqual(15);
    for (const item of weighed) expect([item.taxRate, item.gtin]).toEqual([900, null]);
  });

  // GS1 General Specifications, section 7.9, prints this one.
  it("the check digit of 629104150021 is 3", () => {
    expect(checkDigit("629104150021")).toBe("3");
  });
});

describe("the bench's rack", () => {
  it("holds two dozen articles of the catalogue and two labels of the scale", () => {
    const labels = rack().map((item) => item.label);

    expect(labels.length).toBe(26);
    expect(labels.filter((label) => gtins.includes(label)).length).toBe(24);
    expect(labels.slice(-2)).toEqual(["2100801012504", "2200821018699"]);
  });
});

describe("the demo merchant", () => {
  it("has no PIN that is tried first", () => {
    for (const { pin, mobile } of people) expect(isWeakPin(pin, mobile), pin).toBe(false);
  });

  it("has a store that is not certified, to show a refusal", () => {
    expect(stores.map((store) => store.certification)).toContain("pending");
  });
});
