import {
  align,
  bold,
  cut,
  doubleByte,
  feed,
  type NamedCommand,
  size,
  textLine,
} from "#drivers/printers/commands.ts";
import { columnRows, labelRows, textRows } from "#drivers/printers/layout.ts";
import type { EscposModel } from "#drivers/printers/model.ts";
import { gb18030, hasWide, printable } from "#drivers/printers/printable.ts";
import { barcodeCommands, qrCommands } from "#drivers/printers/symbols.ts";
import { unreachable } from "#state/base/assert.ts";
import type { Block, ReceiptDocument, TextBlock } from "#state/base/document.ts";

/** A receipt in the printer's language. */
export interface EncodedReceipt {
  readonly lines: readonly NamedCommand[];
  /** What parts the receipt from the roll; sent when the lines are on paper. */
  readonly cut: readonly NamedCommand[];
  /** Characters replaced, each once; the data of a code that could not be drawn. */
  readonly unprintable: string;
}

/** Longest report of what could not be printed, in characters. */
const UNPRINTABLE_LIMIT = 200;
/** Paper fed by one block at most, in lines. */
const FEED_LIMIT = 20;

/** Says what `document` means in ESC/POS; every row is exactly as wide as the model's paper. */
export function encodeReceipt(document: ReceiptDocument, model: EscposModel): EncodedReceipt {
  const encoding = new Encoding(model);
  for (const block of document.blocks) encoding.add(block);
  return {
    lines: encoding.finish(),
    cut: model.cut === "none" ? [feed(model.feedToCut)] : [cut(model.cut, model.feedToCut)],
    unprintable: [...encoding.unprintable].join("").slice(0, UNPRINTABLE_LIMIT),
  };
}

interface Style {
  readonly isDouble: boolean;
  readonly isBold: boolean;
}

const plain: Style = { isDouble: false, isBold: false };

class Encoding {
  readonly unprintable = new Set<string>();
  readonly #model: EscposModel;
  readonly #commands: NamedCommand[];
  #style = plain;

  constructor(model: EscposModel) {
    this.#model = model;
    // Whatever an earlier job or another program left behind ends here. Some boards obey `FS &`
    // only from the next line on.
    this.#commands = [doubleByte(), align(0), size(false), bold(false)];
  }

  add(block: Block): void {
    const width = this.#model.columns;
    switch (block.kind) {
      case "text":
        this.#paragraphs(block);
        break;
      case "row": {
        const style = styleOf(block);
        const [left, right] = [this.#safe(block.left), this.#safe(block.right)];
        this.#rows(labelRows(left, right, columnsIn(style, width)), style);
        break;
      }
      case "columns": {
        const cells = block.cells.map((cell) => ({ ...cell, text: this.#safe(cell.text) }));
        this.#rows(columnRows(cells, width), styleOf(block));
        break;
      }
      case "rule":
        this.#rows(["-".repeat(width)], plain);
        break;
      case "feed":
        if (block.lines > 0) this.#commands.push(feed(Math.min(block.lines, FEED_LIMIT)));
        break;
      case "qr":
        this.#symbol(qrCommands(block.data, this.#model), block.data);
        break;
      case "barcode":
        this.#symbol(barcodeCommands(block, this.#model), block.data);
        break;
      default:
        unreachable(block);
    }
  }

  /** The commands, the styles put back. */
  finish(): readonly NamedCommand[] {
    this.#wear(plain);
    return this.#commands;
  }

  #paragraphs(block: TextBlock): void {
    const style = styleOf(block);
    const columns = columnsIn(style, this.#model.columns);
    for (const paragraph of block.text.split(/\r?\n/)) {
      this.#rows(textRows(this.#safe(paragraph), block.align ?? "left", columns), style);
    }
  }

  #safe(text: string): string {
    const { text: safe, replaced } = printable(text);
    for (const character of replaced) this.unprintable.add(character);
    return safe;
  }

  #rows(rows: readonly string[], style: Style): void {
    this.#wear(style);
    for (const row of rows) {
      if (hasWide(row)) this.#commands.push(doubleByte());
      this.#commands.push(textLine(gb18030(row)));
    }
  }

  #symbol(commands: readonly NamedCommand[] | null, data: string): void {
    this.#wear(plain);
    if (commands === null) {
      // A code that cannot be drawn is still told in letters, so that it can be typed.
      this.unprintable.add(data);
      this.#rows(textRows(this.#safe(data), "center", this.#model.columns), plain);
      return;
    }
    this.#commands.push(align(1), ...commands, align(0));
  }

  #wear(style: Style): void {
    if (style.isDouble !== this.#style.isDouble) this.#commands.push(size(style.isDouble));
    if (style.isBold !== this.#style.isBold) this.#commands.push(bold(style.isBold));
    this.#style = style;
  }
}

function styleOf(block: { readonly size?: "normal" | "double"; readonly bold?: boolean }): Style {
  return { isDouble: block.size === "double", isBold: block.bold === true };
}

function columnsIn(style: Style, width: number): number {
  return style.isDouble ? width / 2 : width;
}
