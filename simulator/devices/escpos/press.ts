import { SELECT_DISPLAY, SELECT_PRINTER } from "#drivers/wire/displays.ts";
import type { PrinterIdentity } from "../printer-options.ts";
import { Composer } from "../printing/composer.ts";
import { feed, print } from "../printing/deeds.ts";
import { initialModes, type Modes } from "../printing/modes.ts";
import type { Deed } from "../printing/tongue.ts";
import { BitImage } from "./bit-image.ts";
import { Graphics } from "./graphics.ts";
import { UserSettings } from "./settings.ts";
import { TwoDimensional } from "./two-dimensional.ts";
import { Wishes } from "./wishes.ts";

/** What the commands work on: modes, the print buffer, and what was stored to be printed. */
export class Press {
  readonly widthDots: number;
  readonly identity: PrinterIdentity;
  readonly composer = new Composer();
  readonly strip = new BitImage();
  readonly symbols = new TwoDimensional();
  readonly settings = new UserSettings();
  readonly graphics = new Graphics(() => this.settings.graphicsBytes);
  readonly wishes = new Wishes();
  isPrinterSelected = true;
  isDisplaySelected = false;
  #modes: Modes;

  constructor(widthDots: number, identity: PrinterIdentity) {
    this.widthDots = widthDots;
    this.identity = identity;
    this.#modes = initialModes(widthDots);
  }

  get modes(): Modes {
    return this.#modes;
  }

  set(change: Partial<Modes>): readonly Deed[] {
    this.#modes = { ...this.#modes, ...change };
    return [];
  }

  setBarcode(change: Partial<Modes["barcode"]>): readonly Deed[] {
    return this.set({ barcode: { ...this.#modes.barcode, ...change } });
  }

  /** Power-on. */
  restart(): void {
    this.settings.restart();
    this.reset();
  }

  /** `ESC @`: the print buffer and every mode. */
  reset(): void {
    this.wishes.reset();
    this.clearLine();
    this.symbols.reset();
    this.graphics.reset();
    this.select(SELECT_PRINTER);
    this.#modes = initialModes(this.widthDots);
  }

  /** `ESC = n`: bit 0 the printer, bit 1 what hangs on its second plug. */
  select(n: number): void {
    this.isPrinterSelected = (n & SELECT_PRINTER) !== 0;
    this.isDisplaySelected = (n & SELECT_DISPLAY) !== 0;
  }

  /** Forgets the line being composed; the modes stay. */
  clearLine(): void {
    this.composer.clear();
    this.strip.clear();
  }

  get isLineEmpty(): boolean {
    return this.composer.isEmpty && this.strip.isEmpty;
  }

  /** Prints the line; an empty one is a feed. */
  newLine(modes = this.#modes): readonly Deed[] {
    const strip = this.strip.flush(modes);
    if (strip === null) return print(this.composer.flush(modes));
    return [...print(strip), ...feed(modes.lineSpacing - strip.heightDots)];
  }

  /** What has been composed and not printed. */
  rest(): readonly Deed[] {
    return this.isLineEmpty ? [] : this.newLine();
  }

  /** A picture or symbol stands in rows of its own. */
  ownRow(deeds: readonly Deed[]): readonly Deed[] {
    return deeds.some(({ kind }) => kind === "print") ? [...this.rest(), ...deeds] : deeds;
  }
}
