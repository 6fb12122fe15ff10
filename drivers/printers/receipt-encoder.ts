import { charsetOf } from "#drivers/printers/charset.ts";
import { type CommandRun, CommandWriter, runOf } from "#drivers/printers/command-writer.ts";
import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { ReceiptLanguage } from "#drivers/printers/language.ts";
import { printerLanguages } from "#drivers/printers/languages.ts";
import { Layout } from "#drivers/printers/layout.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { pictureOf } from "#drivers/printers/picture.ts";
import { barcodeCommands, qrCommands } from "#drivers/printers/symbols.ts";
import { unreachable } from "#state/base/assert.ts";
import type { Block, PictureBlock, ReceiptDocument, TextBlock } from "#state/base/document.ts";

/** A receipt in the printer's language. */
export interface EncodedReceipt {
  readonly lines: CommandRun;
  /** What parts the receipt from the roll; sent when the lines are on paper. */
  readonly cut: CommandRun;
  /** Characters replaced, each once; the data of a code that could not be drawn. */
  readonly unprintable: string;
}

/** Longest report of what could not be printed, in characters. */
const UNPRINTABLE_LIMIT = 200;
/** Paper fed by one block at most, in lines. */
const FEED_LIMIT = 20;

/** Says receipts in the language of one printer; what spans the paper is exactly as wide as it. */
export class ReceiptEncoder {
  readonly #model: PrinterModel;
  readonly #language: ReceiptLanguage;
  readonly #writer = new CommandWriter();
  readonly #layout: Layout;
  readonly #cut: CommandRun;
  #isDouble = false;
  #isBold = false;

  constructor(model: PrinterModel) {
    this.#model = model;
    this.#language = printerLanguages[model.speaks];
    this.#layout = new Layout(charsetOf(model.fonts), this.#language, this.#writer);
    this.#cut = runOf(
      model.cut === "none" ? this.#language.feed(model.feedToCut) : this.#language.cut(model),
    );
  }

  encode(document: ReceiptDocument): EncodedReceipt {
    for (const command of this.#language.plain) this.#writer.add(command);
    this.#layout.open();
    for (const block of document.blocks) this.#add(block);
    this.#wear(false, false);
    this.#layout.lean("left");
    const unprintable = [...this.#layout.missed].join("").slice(0, UNPRINTABLE_LIMIT);
    this.#layout.missed.clear();
    return { lines: this.#writer.finish(), cut: this.#cut, unprintable };
  }

  #add(block: Block): void {
    const width = this.#model.columns;
    switch (block.kind) {
      case "text":
        this.#paragraphs(block);
        break;
      case "row":
        this.#wear(block.size === "double", block.bold === true);
        this.#layout.label(block.left, block.right, this.#columns);
        break;
      case "columns":
        this.#wear(false, block.bold === true);
        this.#layout.columns(block.cells, width);
        break;
      case "rule":
        this.#wear(false, false);
        this.#layout.rule(width);
        break;
      case "feed":
        if (block.lines > 0) {
          this.#writer.add(this.#language.feed(Math.min(block.lines, FEED_LIMIT)));
        }
        break;
      case "qr":
        this.#symbol(qrCommands(block.data, this.#model, this.#language), block.data);
        break;
      case "barcode":
        this.#symbol(barcodeCommands(block, this.#model, this.#language), block.data);
        break;
      case "picture":
        this.#picture(block);
        break;
      default:
        unreachable(block);
    }
  }

  /** Columns of a row in the size that is worn. */
  get #columns(): number {
    return this.#isDouble ? this.#model.columns / 2 : this.#model.columns;
  }

  #paragraphs(block: TextBlock): void {
    const { text, align: side = "left" } = block;
    this.#wear(block.size === "double", block.bold === true);
    if (!text.includes("\n")) {
      this.#layout.paragraph(text, side, this.#columns);
      return;
    }
    for (const paragraph of text.split(/\r?\n/)) {
      this.#layout.paragraph(paragraph, side, this.#columns);
    }
  }

  #symbol(commands: readonly NamedCommand[] | null, data: string): void {
    this.#wear(false, false);
    if (commands === null) {
      // A code that cannot be drawn is still told in letters, so that it can be typed.
      this.#layout.missed.add(data);
      this.#layout.paragraph(data, "center", this.#model.columns);
      return;
    }
    this.#layout.lean("center");
    for (const command of commands) this.#writer.add(command);
  }

  #picture(block: PictureBlock): void {
    const { paperDots: headDots, bandBytes } = this.#model;
    this.#wear(false, false);
    this.#layout.lean("center");
    const bands = this.#language.picture(pictureOf(block, headDots), { headDots, bandBytes });
    for (const band of bands) this.#writer.add(band);
    // The part that the paper has no room for is missing.
    if (block.widthDots > headDots) this.#layout.missed.add(block.alt);
  }

  /** A style is said only when it changes. */
  #wear(isDouble: boolean, isBold: boolean): void {
    if (isDouble !== this.#isDouble) this.#writer.add(this.#language.size[isDouble ? 1 : 0]);
    if (isBold !== this.#isBold) this.#writer.add(this.#language.bold[isBold ? 1 : 0]);
    this.#isDouble = isDouble;
    this.#isBold = isBold;
  }
}
