import { type Bars, ean8, ean13, upcA } from "#simulator/paper/barcode.ts";
import { code128 } from "#simulator/paper/code128.ts";
import { code128Auto, dataBar, dataBarExpanded } from "#simulator/paper/gs1.ts";
import { codabar, code39, code93, itf, upcE } from "#simulator/paper/more-barcodes.ts";
import { type BarcodeRow, FONT_CELLS, type QrRow } from "#simulator/paper/paper.ts";
import { type QrLevel, type QrModel, type QrModules, qrModules } from "#simulator/paper/qr.ts";
import { alignShift } from "./composer.ts";
import type { Modes } from "./modes.ts";

/** What the printer does not print, and why; a real one keeps silent about it. */
export type Refused = { readonly refused: string };

interface Symbology {
  readonly name: string;
  readonly draw: (data: Uint8Array) => Bars | null;
}

const ascii = (data: Uint8Array) => String.fromCharCode(...data);
const drawText = (draw: (text: string) => Bars | null) => (data: Uint8Array) => draw(ascii(data));

/** `GS k m`: form A 0 to 6, form B the same from 65 (41h) on. */
const symbologies: Readonly<Record<number, Symbology>> = {
  65: { name: "upca", draw: drawText(upcA) },
  66: { name: "upce", draw: drawText(upcE) },
  67: { name: "ean13", draw: drawText(ean13) },
  68: { name: "ean8", draw: drawText(ean8) },
  69: { name: "code39", draw: drawText(code39) },
  70: { name: "itf", draw: drawText(itf) },
  71: { name: "codabar", draw: drawText(codabar) },
  72: { name: "code93", draw: drawText(code93) },
  73: { name: "code128", draw: code128 },
  74: { name: "gs1-128", draw: drawText((text) => code128Auto(text, true)) },
  75: { name: "databar-omni", draw: drawText((text) => dataBar("databaromni", text)) },
  76: { name: "databar-truncated", draw: drawText((text) => dataBar("databartruncated", text)) },
  77: { name: "databar-limited", draw: drawText((text) => dataBar("databarlimited", text)) },
  78: { name: "databar-expanded", draw: drawText(dataBarExpanded) },
  79: { name: "code128", draw: drawText((text) => code128Auto(text, false)) },
};

/** The bars of `GS k`, or why none come out. */
export function barcodeRow(command: Uint8Array, modes: Modes): BarcodeRow | Refused {
  const m = command[2] ?? 0;
  const isFormA = m <= 6;
  const symbology = symbologies[isFormA ? m + 65 : m];
  if (symbology === undefined) return { refused: `GS k ${m}: no such symbology here` };
  const bars = symbology.draw(isFormA ? command.subarray(3, -1) : command.subarray(4));
  if (bars === null) return { refused: `GS k ${m}: data that ${symbology.name} cannot hold` };
  return barsRow(bars, symbology.name, modes);
}

/** Bars on paper, or that there is no room for them. */
export function barsRow(bars: Bars, symbology: string, modes: Modes): BarcodeRow | Refused {
  const { moduleDots, heightDots, hri, hriFont } = modes.barcode;
  const free = modes.areaWidth - bars.pattern.length * moduleDots;
  if (free < 0) return { refused: `${symbology}: wider than the paper` };
  const label = 2 + FONT_CELLS[hriFont ?? "A"].height;
  const labels = { none: 0, above: label, below: label, both: 2 * label }[hri];
  return {
    kind: "barcode",
    xDots: modes.leftMargin + alignShift(modes.align, free),
    heightDots: heightDots + labels + 2,
    barHeightDots: heightDots,
    moduleDots,
    pattern: bars.pattern,
    symbology,
    data: bars.text,
    hri,
    ...(hriFont === undefined ? {} : { hriFont }),
  };
}

const levels: Readonly<Record<number, QrLevel>> = { 48: "L", 49: "M", 50: "Q", 51: "H" };

const models: Readonly<Record<number, QrModel>> = { 49: "1", 50: "2", 51: "micro" };

/** `GS ( k` for QR codes (cn = 49): the store survives printing, so it may print twice. */
export class QrStore {
  #model: QrModel = "2";
  #moduleDots = 3;
  #level: QrLevel = "L";
  #data: Uint8Array = new Uint8Array();

  reset(): void {
    this.#model = "2";
    this.#moduleDots = 3;
    this.#level = "L";
    this.#data = new Uint8Array();
  }

  /** Function 165. */
  model(n: number): void {
    this.#model = models[n] ?? this.#model;
  }

  size(n: number): void {
    if (n >= 1 && n <= 16) this.#moduleDots = n;
  }

  level(n: number): void {
    this.#level = levels[n] ?? this.#level;
  }

  store(data: Uint8Array): void {
    this.#data = data;
  }

  /** Function 181. */
  print(modes: Modes): QrRow | Refused {
    const drawn = this.#draw();
    if (this.#data.length === 0) return { refused: "QR code: nothing stored" };
    if (drawn === null) return { refused: "QR code: data that it cannot hold" };
    const free = modes.areaWidth - drawn.size * this.#moduleDots;
    if (free < 0) return { refused: "QR code: wider than the paper" };
    return {
      kind: "qr",
      xDots: modes.leftMargin + alignShift(modes.align, free),
      heightDots: drawn.size * this.#moduleDots,
      moduleDots: this.#moduleDots,
      size: drawn.size,
      modules: drawn.modules,
      data: readable(this.#data),
    };
  }

  /** Of each side; 0 when there is nothing that can be printed. */
  get sizeDots(): number {
    return (this.#draw()?.size ?? 0) * this.#moduleDots;
  }

  #draw(): QrModules | null {
    if (this.#data.length === 0) return null;
    return qrModules(this.#data, this.#level, this.#model);
  }
}

function readable(data: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    return new TextDecoder("gb18030").decode(data);
  }
}
