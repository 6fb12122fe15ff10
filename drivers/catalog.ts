import { type DisplayName, displayLanguages } from "#drivers/displays/language.ts";
import { PosiflexHid } from "#drivers/drawers/posiflex-hid.ts";
import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import { TriggerBox, type TriggerModel } from "#drivers/drawers/trigger-box.ts";
import type { Driver } from "#drivers/driver.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { bixolonSrp350iii } from "#drivers/printers/models/bixolon-srp-350iii.ts";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";
import { epsonTmT82 } from "#drivers/printers/models/epson-tm-t82.ts";
import {
  epsonTmT88iii,
  epsonTmT88iv,
  epsonTmT88v,
  epsonTmT88vi,
} from "#drivers/printers/models/epson-tm-t88.ts";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { gprinter58mm, gprinter80mm } from "#drivers/printers/models/gprinter.ts";
import {
  epsonTmT20iiiLatin,
  generic58mmLatin,
  generic80mmLatin,
} from "#drivers/printers/models/latin.ts";
import { sam4sEllix } from "#drivers/printers/models/sam4s-ellix.ts";
import { starMcPrint2, starMpop, starTsp100iv } from "#drivers/printers/models/star-prnt.ts";
import { starTsp650ii, starTsp650iiGb18030 } from "#drivers/printers/models/star-tsp650ii.ts";
import { xprinter80mm } from "#drivers/printers/models/xprinter-80mm.ts";
import { adam } from "#drivers/scales/adam.ts";
import { asciiContinuous } from "#drivers/scales/ascii-continuous.ts";
import { casEnq } from "#drivers/scales/cas-enq.ts";
import type { ScaleLanguage } from "#drivers/scales/language.ts";
import { sma } from "#drivers/scales/sma.ts";
import { toledo8217 } from "#drivers/scales/toledo-8217.ts";
import { toledoContinuous } from "#drivers/scales/toledo-continuous.ts";
import { genericHidPos, honeywellHidPos, newlandHidPos } from "#drivers/scanners/hid-pos-model.ts";
import { type HidScannerRow, hidPos, usbOem } from "#drivers/scanners/hid-scanner-row.ts";
import {
  type KeyboardLayout,
  keyboardLayouts,
  type LayoutName,
} from "#drivers/scanners/keyboard-layout.ts";
import {
  ACODE_OPEN,
  DRAWER_TRIGGER,
  IBM_4840_OPEN,
  IBM_4840_SECOND,
  IBM_4840_STATUS,
} from "#drivers/wire/drawers.ts";
import { VENDOR_HONEYWELL, VENDOR_NEWLAND, VENDOR_YOUJIE } from "#drivers/wire/hid-pos.ts";
import { VENDOR_DATALOGIC, VENDOR_ZEBRA } from "#drivers/wire/usb-oem.ts";

/**
 * How far a row is proven: `manual`, its values are read in documents; `capture`, bytes recorded
 * from the product replay; `device`, it has run on the product.
 */
export type Proof = "manual" | "capture" | "device";

export interface PrinterRow {
  readonly model: PrinterModel;
  readonly proof: Proof;
}

export type ScannerSpeaks = "text" | "bare" | "ssi";

export interface ScannerRow {
  readonly maker: string;
  readonly product: string;
  /**
   * `text`: label and terminator, `bare`: the label alone (both `SerialScanner`); `ssi`: Zebra's
   * packets (`SsiScanner`).
   */
  readonly speaks: ScannerSpeaks;
  /** Baud rate as shipped. */
  readonly baudRate: number;
  readonly proof: Proof;
}

export interface DisplayRow {
  readonly maker: string;
  readonly product: string;
  readonly language: (typeof displayLanguages)[DisplayName];
  readonly proof: Proof;
}

/** A scanner that types: a keyboard to the system, read without it. */
export interface KeyboardScannerRow {
  readonly maker: string;
  readonly product: string;
  readonly layout: KeyboardLayout;
  readonly proof: Proof;
}

/** Printers by the name that a configuration gives. A new product is a model file and a row. */
export const printerCatalog = {
  "generic-80mm": { model: generic80mm, proof: "manual" },
  "generic-58mm": { model: generic58mm, proof: "manual" },
  "generic-80mm-latin": { model: generic80mmLatin, proof: "manual" },
  "generic-58mm-latin": { model: generic58mmLatin, proof: "manual" },
  "epson-tm-t20iii": { model: epsonTmT20iii, proof: "manual" },
  "epson-tm-t20iii-latin": { model: epsonTmT20iiiLatin, proof: "manual" },
  "epson-tm-t82": { model: epsonTmT82, proof: "manual" },
  "epson-tm-t88iii": { model: epsonTmT88iii, proof: "manual" },
  "epson-tm-t88iv": { model: epsonTmT88iv, proof: "manual" },
  "epson-tm-t88v": { model: epsonTmT88v, proof: "manual" },
  "epson-tm-t88vi": { model: epsonTmT88vi, proof: "manual" },
  "xprinter-80mm": { model: xprinter80mm, proof: "manual" },
  "gprinter-80mm": { model: gprinter80mm, proof: "manual" },
  "gprinter-58mm": { model: gprinter58mm, proof: "manual" },
  "bixolon-srp-350iii": { model: bixolonSrp350iii, proof: "manual" },
  "star-tsp650ii": { model: starTsp650ii, proof: "manual" },
  "star-tsp650ii-gb18030": { model: starTsp650iiGb18030, proof: "manual" },
  "star-tsp100iv": { model: starTsp100iv, proof: "manual" },
  "star-mc-print2": { model: starMcPrint2, proof: "manual" },
  "star-mpop": { model: starMpop, proof: "manual" },
  "sam4s-ellix": { model: sam4sEllix, proof: "manual" },
} as const satisfies Readonly<Record<string, PrinterRow>>;

/** Scanners on a serial line. */
export const scannerCatalog = {
  "generic-serial": {
    maker: "Generic",
    product: "serial scanner, CR or CR LF",
    speaks: "text",
    baudRate: 9600, // factory setting of Honeywell, Datalogic and Newland serial cables
    proof: "manual",
  },
  "generic-serial-bare": {
    maker: "Generic",
    product: "serial scanner without terminator",
    speaks: "bare",
    baudRate: 9600, // as above
    proof: "manual",
  },
  "zebra-ssi": {
    maker: "Zebra",
    product: "serial scanner set to SSI",
    speaks: "ssi",
    baudRate: 9600, // default of the SSI guides
    proof: "manual",
  },
} as const satisfies Readonly<Record<string, ScannerRow>>;

/** Customer displays by their language: many makers build in the same few modules. */
export const displayCatalog: Readonly<Record<DisplayName, DisplayRow>> = {
  cd5220: display("cd5220", "CD5220", "two lines of 20"),
  "epson-dm-d": display("epson-dm-d", "Epson", "DM-D, two lines of 20"),
  led8: display("led8", "LED8", "8 digits, lights as 1B 73 31"),
  "led8-binary": display("led8-binary", "LED8", "8 digits, lights as 1B 73 01: Hisense, Wintec"),
  "led8-partner": display(
    "led8-partner",
    "LED8",
    "8 digits, lights as 1B 73 02 01: Partner CD-7110",
  ),
  led8n: display("led8n", "LED8N", "8 digits, lights as 02 4C"),
};

/** Scanners that are keyboards, by the layout that they are set up for. */
export const keyboardScannerCatalog = {
  us: keyboardScanner("US", "us"),
  de: keyboardScanner("German", "de"),
  fr: keyboardScanner("French", "fr"),
} as const satisfies Readonly<Record<LayoutName, KeyboardScannerRow>>;

/**
 * Scanners in HID-POS and in USB-OEM mode, by their USB vendor. Of Zebra's USB-OEM, labels that
 * others recorded replay (pteich/usbsymbolreader); what it answers to commands nobody recorded.
 */
export const hidScannerCatalog = {
  honeywell: hidPos("Honeywell", VENDOR_HONEYWELL, honeywellHidPos),
  youjie: hidPos("Youjie", VENDOR_YOUJIE, honeywellHidPos),
  newland: hidPos("Newland", VENDOR_NEWLAND, newlandHidPos),
  "generic-hid-pos": hidPos("Generic", null, genericHidPos),
  "zebra-usb-oem": usbOem("Zebra", VENDOR_ZEBRA, "capture"),
  "datalogic-usb-oem": usbOem("Datalogic", VENDOR_DATALOGIC, "manual"),
  "generic-usb-oem": usbOem("Generic", null, "manual"),
} as const satisfies Readonly<Record<string, HidScannerRow>>;

export interface ScaleRow {
  readonly maker: string;
  readonly product: string;
  readonly language: ScaleLanguage;
  readonly proof: Proof;
}

/** Scales by their language. */
export const scaleCatalog = {
  "toledo-8217": {
    ...{ maker: "Toledo", product: "8217 and scales that copy it", language: toledo8217 },
    proof: "manual",
  },
  "cas-enq": {
    ...{ maker: "CAS", product: "AP-1, PDS: asked, with a check", language: casEnq },
    proof: "manual",
  },
  "ascii-continuous": {
    ...{ maker: "Generic", product: "ST,GS lines; CAS 22 bytes", language: asciiContinuous },
    proof: "manual",
  },
  "toledo-continuous": {
    ...{ maker: "Toledo", product: "continuous output, check on", language: toledoContinuous },
    proof: "manual",
  },
  sma: {
    ...{ maker: "SMA", product: "asked with W, level 1 of SCP-0499", language: sma },
    proof: "manual",
  },
  adam: {
    ...{ maker: "Adam", product: "asked with P, kilograms", language: adam },
    proof: "manual",
  },
} as const satisfies Readonly<Record<string, ScaleRow>>;

/** What a shop may set about a drawer with a line of its own. */
export interface DrawerSettings {
  /** The bytes that open it, where they are not the usual ones. */
  readonly trigger?: readonly number[] | undefined;
  /** The level of the switch while open, where it can be either. */
  readonly openLevel?: "high" | "low" | undefined;
}

export interface DrawerRow {
  readonly maker: string;
  readonly product: string;
  readonly link: "serial" | "hid";
  readonly baudRate: number;
  readonly proof: Proof;
  readonly make: (settings: DrawerSettings) => Driver<DrawerCommand, DrawerSignal>;
}

/** Cash drawers that do not hang on a printer. */
export const drawerCatalog = {
  "serial-trigger": {
    ...{ maker: "Generic", product: "trigger box, opens on a byte; J2 625" },
    ...{ link: "serial", baudRate: 9600, proof: "manual" },
    make: ({ trigger = [DRAWER_TRIGGER] }) =>
      new TriggerBox({ opens: trigger, sensor: { kind: "none" } }),
  },
  "ibm-4840": {
    ...{ maker: "IBM", product: "4840-563, first drawer" },
    ...{ link: "serial", baudRate: 9600, proof: "manual" },
    make: ({ openLevel }) => new TriggerBox(ibm4840([], openLevel)),
  },
  "ibm-4840-second": {
    ...{ maker: "IBM", product: "4840-563, second drawer" },
    ...{ link: "serial", baudRate: 9600, proof: "manual" },
    make: ({ openLevel }) => new TriggerBox(ibm4840([IBM_4840_SECOND], openLevel)),
  },
  "acode-usb": {
    ...{ maker: "ACODE", product: "USB trigger, repeats 00 while open" },
    ...{ link: "serial", baudRate: 9600, proof: "manual" },
    make: ({ trigger = [DRAWER_TRIGGER] }) =>
      new TriggerBox({ opens: trigger, sensor: { kind: "repeats", byte: ACODE_OPEN } }),
  },
  "posiflex-hid": {
    ...{ maker: "Posiflex", product: "USB cash drawer, HID" },
    ...{ link: "hid", baudRate: 0, proof: "manual" },
    make: () => new PosiflexHid(1),
  },
} as const satisfies Readonly<Record<string, DrawerRow>>;

/** Which bit of the answer is the switch, and which way, stands in no document at hand: bit 0. */
function ibm4840(second: readonly number[], openLevel: "high" | "low" = "high"): TriggerModel {
  const sensor = { kind: "asked", ask: [...second, IBM_4840_STATUS], mask: 0x01 } as const;
  const openWhen = openLevel === "high" ? "set" : "clear";
  return { opens: [...second, IBM_4840_OPEN], sensor: { ...sensor, openWhen } };
}

export type PrinterName = keyof typeof printerCatalog;
export type ScannerName = keyof typeof scannerCatalog;

function display(name: DisplayName, maker: string, product: string): DisplayRow {
  return { maker, product, language: displayLanguages[name], proof: "manual" };
}

function keyboardScanner(language: string, layout: LayoutName): KeyboardScannerRow {
  const product = `scanner as keyboard, ${language} layout`;
  return { maker: "Generic", product, layout: keyboardLayouts[layout], proof: "manual" };
}
