import { describe, expect, it } from "vitest";
import type { Found } from "#drivers/discovery/found.ts";
import { knownDevices } from "#drivers/discovery/known-devices.ts";
import { match } from "#drivers/discovery/match.ts";

const bare: Found = {
  kind: "usb",
  identity: "usb:04b8:0e28@1-1",
  node: null,
  usb: { vendor: "04b8", product: "0e28" },
  serial: null,
  title: "",
  portPath: "1-1",
  interfaceClasses: [7],
  usages: [],
  isOpenToUs: null,
};

const usb = (vendor: string, product: string) => ({ usb: { vendor, product } });

const oemOf = (vendor: string, product: string, usage: number): Partial<Found> => ({
  ...usb(vendor, product),
  ...{ kind: "hid", interfaceClasses: [3], usages: [{ page: 0xff45, usage }] },
});

describe("who is who", () => {
  it.each<[string, Partial<Found>, string]>([
    ["an Epson that no table lists", {}, "epson-tm"],
    ["the Epson that the table lists", usb("04b8", "0e15"), "epson-tm-t20ii"],
    ["an old Epson", { ...usb("04b8", "0202"), interfaceClasses: [255] }, "epson-tm-vendor-class"],
    ["a maker nobody knows", usb("1234", "5678"), "usb-printer-class"],
    ["a Star that calls itself mPOP", { ...usb("0519", "00ff"), title: "Star mPOP" }, "star-mpop"],
    [
      "a Honeywell in HID-POS mode",
      { ...usb("0c2e", "0b61"), kind: "hid", usages: [{ page: 0x8c, usage: 2 }] },
      "honeywell-hid-pos",
    ],
    [
      "a HID-POS scanner of no known maker",
      { ...usb("1234", "0001"), kind: "hid", usages: [{ page: 0x8c, usage: 2 }] },
      "hid-pos",
    ],
    ["a USB-OEM scanner of no known maker", oemOf("1234", "0001", 0x4a00), "usb-oem"],
    ["a Zebra as IBM hand-held", oemOf("05e0", "1300", 0x4b00), "zebra-usb-oem-hand"],
    ["a Zebra as IBM table-top", oemOf("05e0", "1400", 0x4a00), "zebra-usb-oem-table"],
    ["a Datalogic in the table", oemOf("05f9", "1234", 0x4a00), "datalogic-usb-oem"],
    ["a Gryphon", oemOf("05f9", "122f", 0x4b00), "datalogic-gd4500"],
    [
      "a Zebra in HID-POS mode",
      { ...usb("05e0", "1300"), kind: "hid", usages: [{ page: 0x8c, usage: 2 }] },
      "zebra-hid-pos",
    ],
    [
      "a Posiflex drawer",
      { ...usb("0d3a", "0207"), kind: "hid", usages: [{ page: 0xffa0, usage: 1 }] },
      "posiflex-drawer",
    ],
  ])("%s", (_, differences, name) => {
    const matched = match({ ...bare, ...differences }, knownDevices);

    expect(matched).toMatchObject({ type: "matched", row: { name } });
  });

  it("says why, with weights, and does not care about the order of the rows", () => {
    const expected = {
      type: "matched",
      row: { name: "epson-tm" },
      score: 10,
      why: ["vendor 04b8 (8)", "interfaceClass 7 (2)"],
    };

    expect(match(bare, knownDevices)).toMatchObject(expected);
    expect(match(bare, knownDevices.toReversed())).toMatchObject(expected);
  });

  it("prefers a serial number to all else, and a place to a product", () => {
    const rows = [
      { name: "product", patterns: [{ kind: "usb", vendor: "04b8", product: "0e28" }] },
      { name: "place", patterns: [{ kind: "usb", portPath: "1-1" }] },
      { name: "serial", patterns: [{ kind: "usb", serial: "S" }] },
    ] as const;

    expect(match(bare, rows)).toMatchObject({ row: { name: "place" } });
    expect(match({ ...bare, serial: "S" }, rows)).toMatchObject({ row: { name: "serial" } });
  });

  it("refuses to guess between two rows that fit equally well, and names both", () => {
    const patterns = [{ kind: "usb", vendor: "04b8" }] as const;
    const rows = [
      { name: "one", patterns },
      { name: "other", patterns },
    ];

    expect(match(bare, rows)).toEqual({ type: "tie", names: ["one", "other"], score: 8 });
  });

  it("takes no scale for a scanner, though both are on the page of IBM's tills", () => {
    const scale = oemOf("05f9", "1234", 0x6e00);

    expect(match({ ...bare, ...scale }, knownDevices)).toEqual({ type: "none" });
  });

  it("takes a keyboard for nothing", () => {
    const keyboard = { ...bare, kind: "hid", usages: [{ page: 1, usage: 6 }] } as const;

    expect(match({ ...keyboard, ...usb("1234", "0001") }, knownDevices)).toEqual({ type: "none" });
  });
});

describe("the table of known devices", () => {
  it("has one name a row and well-formed ids", () => {
    const names = knownDevices.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { vendor = "0000", product = "0000" } of knownDevices.flatMap((k) => k.patterns)) {
      expect(`${vendor}:${product}`).toMatch(/^[0-9a-f]{4}:[0-9a-f]{4}$/);
    }
  });

  it("holds no two rows that the same ids would tie", () => {
    const keys = knownDevices.flatMap((k) => k.patterns.map((p) => JSON.stringify(p)));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
