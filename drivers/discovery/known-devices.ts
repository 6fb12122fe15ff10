import type { Proof } from "#drivers/catalog.ts";
import type { MatchableRow } from "#drivers/discovery/match.ts";
import { OEM_HAND_SCANNER, OEM_TABLE_SCANNER, OEM_USAGE_PAGE } from "#drivers/wire/usb-oem.ts";

/** A product or a family that gives itself away when it is plugged in. */
export interface KnownDevice extends MatchableRow {
  readonly class: "printer" | "scanner" | "drawer";
  readonly maker: string;
  readonly product: string;
  readonly proof: Proof;
}

const PRINTER = 7; // USB interface class
const POS_SCANNER_PAGE = 0x8c; // HID usage page "bar code scanner"
const POSIFLEX_PAGE = 0xffa0;

/**
 * Who is who on USB. Sources: usblp.c of Linux, WebUSBReceiptPrinter and node-escpos for printers;
 * WebHidBarcodeScanner, python_hon_usbhid, maker manuals for scanners; posiflex-hidcd for drawers.
 * USB-OEM: Symbol's MS4404/MS4407 integration guide, 9-3; Datalogic's `apos.json`.
 * Vendor ids alone are weak on purpose: makers add products faster than tables learn of them, and
 * 0416, 0483, 1fc9, 28e9 are chip makers whose ids clones never changed.
 */
export const knownDevices: readonly KnownDevice[] = [
  printer("epson-tm", "Epson", "TM series", { vendor: "04b8", interfaceClass: PRINTER }),
  // The older TM series speaks the printer class under the maker's own class number.
  printer("epson-tm-vendor-class", "Epson", "TM, older, vendor class", usb("04b8", "0202")),
  printer("epson-tm-t20ii", "Epson", "TM-T20II", usb("04b8", "0e15")),
  printer("star", "Star", "TSP and mC series", { vendor: "0519", interfaceClass: PRINTER }),
  printer("star-tsp100iv", "Star", "TSP100IV", usb("0519", "0019")),
  printer("star-mpop", "Star", "mPOP", usb("0519", "0017"), "mPOP"),
  printer("star-mc-print3", "Star", "mC-Print3", usb("0519", "0047"), "mC-Print3"),
  printer("star-mc-print2", "Star", "mC-Print2", usb("0519", "0049"), "mC-Print2"),
  printer("zijiang", "ZiJiang and many", "POS58, POS80", usb("0416", "5011")),
  printer("pos-8022", "Generic, STM32", "POS-8022", usb("0483", "5743")),
  printer("mpt-ii", "Generic, STM32", "MPT-II", usb("0483", "5840")),
  printer("stm32-070b", "Generic, STM32", "receipt printer", usb("0483", "070b")),
  printer("xprinter", "Xprinter", "80 mm", usb("1fc9", "2016")),
  printer("ics-advent-80", "ICS Advent, Dtronic", "80 mm", usb("0fe6", "811e")),
  printer("bixolon-samsung", "Samsung Bixolon", "SRP series", { vendor: "0419" }),
  printer("bixolon", "Bixolon", "SRP series", { vendor: "1504" }),
  printer("citizen", "Citizen", "CT series", { vendor: "1d90" }),
  printer("axiohm", "Axiohm, HP", "receipt printer", { vendor: "05d9" }),
  printer("fujitsu", "Fujitsu", "FP series", { vendor: "04c5", interfaceClass: PRINTER }),
  printer("wincor", "Wincor Nixdorf", "TH series", usb("0aa7", "0304")),
  printer("posiflex-aura", "Posiflex", "Aura", { vendor: "0d3a", interfaceClass: PRINTER }),
  // Seen on cheap 58 mm printers; unverified, and no document names them.
  printer("cheap-58-6868", "Generic", "58 mm", usb("6868", "0200")),
  printer("cheap-58-28e9", "Generic, GD32", "58 mm", usb("28e9", "0289")),
  printer("cheap-58-20d1", "Generic", "58 mm", usb("20d1", "7008")),
  printer("usb-printer-class", "Generic", "USB printer class", { interfaceClass: PRINTER }),

  scanner("hid-pos", "Generic", "HID-POS scanner", posScanner({})),
  scanner("honeywell-hid-pos", "Honeywell", "HID-POS scanner", posScanner({ vendor: "0c2e" })),
  scanner("youjie-hid-pos", "Youjie", "HID-POS scanner", posScanner({ vendor: "23d0" })),
  scanner("newland-hid-pos", "Newland", "HID-POS scanner", posScanner({ vendor: "1eab" })),
  scanner("zebra-hid-pos", "Zebra, Symbol", "HID-POS scanner", posScanner({ vendor: "05e0" })),
  scanner("datalogic-hid-pos", "Datalogic", "HID-POS scanner", posScanner({ vendor: "05f9" })),
  oemScanner("usb-oem", "Generic", "USB-OEM scanner", {}),
  // In IBM mode the product tells the usage: 1300 is hand-held, which OPOS is too, 1400 table-top.
  oemScanner("zebra-usb-oem-hand", "Zebra, Symbol", "USB-OEM, in the hand", usb("05e0", "1300")),
  oemScanner("zebra-usb-oem-table", "Zebra, Symbol", "USB-OEM, in the table", usb("05e0", "1400")),
  oemScanner("datalogic-usb-oem", "Datalogic", "USB-OEM scanner", { vendor: "05f9" }),
  oemScanner("datalogic-gd4500", "Datalogic", "Gryphon GD4500, USB-OEM", usb("05f9", "122f")),
  scanner("symbol-simple", "Symbol", "hidraw, simple", hid("05e0", "0600")),
  scanner("zebra-keyboard", "Zebra, Symbol", "as keyboard", hid("05e0", "1200")),
  scanner("datalogic-qs6500", "Datalogic", "QS6500 as keyboard", hid("05f9", "2202")),
  scanner("datalogic-1100i", "Datalogic", "Magellan 1100i as keyboard", hid("05f9", "2602")),
  scanner("datalogic-cdc", "Datalogic", "USB serial", {
    kind: "serial",
    vendor: "05f9",
    product: "4204",
  }),
  scanner("honeywell-serial", "Honeywell", "USB serial", { kind: "serial", vendor: "0c2e" }),
  scanner("youjie-serial", "Youjie", "USB serial", { kind: "serial", vendor: "23d0" }),
  scanner("newland-serial", "Newland", "USB serial", { kind: "serial", vendor: "1eab" }),

  // Products 0200 to 020f are told apart by usage page: the vendor makes other HID devices too.
  {
    name: "posiflex-drawer",
    class: "drawer",
    maker: "Posiflex",
    product: "HID cash drawer",
    patterns: [{ kind: "hid", vendor: "0d3a", usagePage: POSIFLEX_PAGE }],
    proof: "manual",
  },
];

type Ids = Omit<MatchableRow["patterns"][number], "kind">;

function usb(vendor: string, product: string) {
  return { vendor, product };
}

function hid(vendor: string, product: string) {
  return { kind: "hid", vendor, product } as const;
}

function posScanner(ids: Ids) {
  return { kind: "hid", usagePage: POS_SCANNER_PAGE, ...ids } as const;
}

/** The page has scales and more besides. */
function oemScanner(name: string, maker: string, product: string, ids: Ids): KnownDevice {
  const patterns = [OEM_HAND_SCANNER, OEM_TABLE_SCANNER].map(
    (usage) => ({ kind: "hid", usagePage: OEM_USAGE_PAGE, usage, ...ids }) as const,
  );
  return { name, class: "scanner", maker, product, patterns, proof: "manual" };
}

/** @param title Star's firmware names itself more reliably than its ids do: either will do. */
function printer(name: string, maker: string, product: string, ids: Ids, title = ""): KnownDevice {
  const byTitle = { kind: "usb", vendor: ids.vendor ?? "", title } as const;
  const patterns = [{ kind: "usb", ...ids } as const, ...(title === "" ? [] : [byTitle])];
  return { name, class: "printer", maker, product, patterns, proof: "manual" };
}

function scanner(
  name: string,
  maker: string,
  product: string,
  pattern: MatchableRow["patterns"][number],
): KnownDevice {
  return { name, class: "scanner", maker, product, patterns: [pattern], proof: "manual" };
}
