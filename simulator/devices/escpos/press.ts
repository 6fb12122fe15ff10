import { SELECT_DISPLAY, SELECT_PRINTER } from "#drivers/wire/displays.ts";
import type { MarkRow } from "#simulator/paper/paper.ts";
import type { PrinterHabits, PrinterIdentity } from "../printer-options.ts";
import { Composer } from "../printing/composer.ts";
import { feed, print } from "../printing/deeds.ts";
import { initialModes, type Modes } from "../printing/modes.ts";
import { Page, spanOf } from "../printing/page.ts";
import type { Deed } from "../printing/tongue.ts";
import { BitImage } from "./bit-image.ts";
import { Graphics } from "./graphics.ts";
import { HexDump } from "./hex-dump.ts";
import { Macro } from "./macro.ts";
import { UserSettings } from "./settings.ts";
import { TwoDimensional } from "./two-dimensional.ts";
import { Wishes } from "./wishes.ts";

/** Dots an inch: the motion units as they are without `GS P`. */
const DOTS_PER_INCH = 203;
/** Set for standard mode and page mode each. Source: Epson ESC/POS command reference, ESC L. */
type Spacings = Pick<Modes, "rightSpacing" | "lineSpacing" | "hanziSpacing">;
const spacingsOf = ({ rightSpacing, lineSpacing, hanziSpacing }: Modes): Spacings => {
  return { rightSpacing, lineSpacing, hanziSpacing };
};

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
  readonly macro = new Macro();
  readonly dump = new HexDump();
  readonly page: Page;
  /** What differs from printer to printer. */
  readonly habits: PrinterHabits;
  isPrinterSelected = true;
  isDisplaySelected = false;
  isInPageMode = false;
  #chosen: Modes;
  /** Those of the mode that is not on. */
  #otherSpacings: Spacings;
  #unitDots = { x: 1, y: 1 };

  constructor(widthDots: number, identity: PrinterIdentity, habits: PrinterHabits = {}) {
    this.habits = habits;
    this.widthDots = widthDots;
    this.identity = identity;
    this.page = new Page(widthDots);
    this.#chosen = initialModes(widthDots);
    this.#otherSpacings = spacingsOf(this.#chosen);
  }

  /** As the commands have set them. */
  get chosen(): Modes {
    return this.#chosen;
  }

  /** What is printed with: on a page, alignment, margins and turns wait for standard mode. */
  get modes(): Modes {
    if (!this.isInPageMode) return this.#chosen;
    const { width } = this.page.size;
    const plain = { align: "left", leftMargin: 0, upsideDown: false, turned: false } as const;
    return { ...this.#chosen, ...plain, areaWidth: width };
  }

  set(change: Partial<Modes>): readonly Deed[] {
    this.#chosen = { ...this.#chosen, ...change };
    return [];
  }

  /** A character of the host's is gone; the ROM's own is back. */
  forget(drawn: string): readonly Deed[] {
    const kept = [...this.#chosen.drawn].filter(([code]) => code !== drawn);
    return this.set({ drawn: new Map(kept) });
  }

  setBarcode(change: Partial<Modes["barcode"]>): readonly Deed[] {
    return this.set({ barcode: { ...this.#chosen.barcode, ...change } });
  }

  /** Power-on. */
  restart(): void {
    this.settings.restart();
    this.macro.clear();
    this.dump.clear();
    this.reset();
  }

  /** `ESC @`: the print buffer and every mode. */
  reset(): void {
    this.wishes.reset();
    this.clearLine();
    this.symbols.reset();
    this.graphics.reset();
    this.select(SELECT_PRINTER);
    this.page.reset();
    this.#chosen = initialModes(this.widthDots);
    this.#otherSpacings = spacingsOf(this.#chosen);
    this.#unitDots = { x: 1, y: 1 };
  }

  /** `ESC = n`: bit 0 the printer, bit 1 what hangs on its second plug. */
  select(n: number): void {
    this.isPrinterSelected = (n & SELECT_PRINTER) !== 0;
    this.isDisplaySelected = (n & SELECT_DISPLAY) !== 0;
  }

  /** `GS P x y`: units an inch; 0 is the printer's own. */
  setUnits(x: number, y: number): void {
    const dots = (units: number) => (units === 0 ? 1 : DOTS_PER_INCH / units);
    this.#unitDots = { x: dots(x), y: dots(y) };
  }

  /** Units along the line in dots; a page's lines may run along the paper. */
  across(units: number): number {
    const isUpright = !(this.isInPageMode && this.page.isSideways);
    return Math.round(units * this.#unitDots[isUpright ? "x" : "y"]);
  }

  /** Units from line to line in dots. */
  along(units: number): number {
    const isUpright = !(this.isInPageMode && this.page.isSideways);
    return Math.round(units * this.#unitDots[isUpright ? "y" : "x"]);
  }

  /** On the paper as it leaves the printer, whichever way the lines run. */
  onPaper(units: { readonly x: number; readonly y: number }) {
    return {
      x: Math.round(units.x * this.#unitDots.x),
      y: Math.round(units.y * this.#unitDots.y),
    };
  }

  beginPage(): void {
    if (this.isInPageMode || !this.isLineEmpty) return;
    this.page.clear();
    this.#changeMode(true);
  }

  /** Back to standard mode; what was composed and not printed is gone. */
  endPage(): void {
    if (!this.isInPageMode) return;
    this.page.clear();
    this.composer.clear();
    this.#changeMode(false);
  }

  /** Forgets what is being composed, a page included; the modes stay, the mode is standard. */
  clearLine(): void {
    this.endPage();
    this.composer.clear();
    this.strip.clear();
  }

  get isLineEmpty(): boolean {
    return this.composer.isEmpty && this.strip.isEmpty;
  }

  /** One byte of text. */
  type(byte: number): readonly Deed[] {
    const before = this.strip.isEmpty ? [] : this.line();
    return [...before, ...this.#wrap(this.composer.take(byte, this.modes))];
  }

  /** A command comes: it ends a character of which not all bytes have come. */
  settle(): readonly Deed[] {
    return this.#wrap(this.composer.settle(this.modes));
  }

  /** Ends the line and goes on by `spacing` dots, or by what the line needs. */
  line(spacing = this.modes.lineSpacing): readonly Deed[] {
    if (this.isInPageMode) {
      this.lift();
      this.composer.clear();
      this.page.advance(spacing);
      return [];
    }
    const modes = { ...this.modes, lineSpacing: spacing };
    const strip = this.strip.flush(modes);
    if (strip === null) return print(this.composer.flush(modes));
    return [...print(strip), ...feed(spacing - strip.heightDots)];
  }

  /** Paper moves, or on a page the base line; never back. */
  advance(dots: number): readonly Deed[] {
    if (!this.isInPageMode) return feed(dots);
    this.page.advance(Math.max(0, dots));
    return [];
  }

  /** What has been composed and not printed. */
  rest(): readonly Deed[] {
    return this.isLineEmpty || this.isInPageMode ? [] : this.line();
  }

  /** On a page: what was composed takes its place before the next thing gets another. */
  lift(): void {
    this.page.write(this.composer.lift());
  }

  /** A picture or symbol stands in rows of its own, or on a page where the next character would. */
  ownRow(deeds: readonly Deed[]): readonly Deed[] {
    if (!this.isInPageMode) {
      return deeds.some(({ kind }) => kind === "print") ? [...this.rest(), ...deeds] : deeds;
    }
    return deeds.flatMap((deed) => {
      const isMark = deed.kind === "print" && deed.row.kind !== "feed" && deed.row.kind !== "page";
      return isMark ? this.#place(deed.row) : [deed];
    });
  }

  #place(row: MarkRow): readonly Deed[] {
    const [left, right] = spanOf(row);
    const end = this.composer.xDots + right - left;
    const isSymbol = row.kind !== "raster" || row.says !== undefined;
    if (isSymbol && end > this.modes.areaWidth) {
      return [{ kind: "refused", why: "a symbol that is wider than what is left of the area" }];
    }
    this.lift();
    if (row.kind !== "text") this.page.place({ ...row, xDots: this.composer.xDots });
    this.composer.skip(right - left);
    return [];
  }

  /** Rows that came about because the next character did not fit. */
  #wrap(rows: ReturnType<Composer["take"]>): readonly Deed[] {
    if (!this.isInPageMode) return rows.flatMap(print);
    for (const row of rows) {
      if (row.kind === "text") this.page.write(row.glyphs);
      this.page.advance(this.modes.lineSpacing);
    }
    return [];
  }

  #changeMode(isInPageMode: boolean): void {
    this.isInPageMode = isInPageMode;
    const spacings = this.#otherSpacings;
    this.#otherSpacings = spacingsOf(this.#chosen);
    this.set(spacings);
  }
}
