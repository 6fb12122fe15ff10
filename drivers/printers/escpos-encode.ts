import { hanzi } from "#drivers/printers/charset.ts";
import { type CommandRun, CommandWriter, runOf } from "#drivers/printers/command-writer.ts";
import {
  align,
  bold,
  cut,
  doubleByte,
  feed,
  type NamedCommand,
  size,
} from "#drivers/printers/commands.ts";
import { Layout } from "#drivers/printers/layout.ts";
import type { EscposModel } from "#drivers/printers/model.ts";
import { barcodeCommands, qrCommands } from "#drivers/printers/symbols.ts";
import { TypeCase } from "#drivers/printers/type-case.ts";
import { unreachable } from "#state/base/assert.ts";
import type { Block, ReceiptDocument, TextBlock } from "#state/base/document.ts";

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

const doubleSize = [size(false), size(true)] as const;
const boldness = [bold(false), bold(true)] as const;
/**
 * Whatever an earlier job or another program left behind ends here. `FS &` is not said again:
 * nothing in a receipt takes double-byte characters away, and ASCII stays single beside them.
 */
const opening = [align(0), doubleSize[0], boldness[0], doubleByte()] as const;

/** Says what `document` means in ESC/POS; every row is exactly as wide as the model's paper. */
export function encodeReceipt(document: ReceiptDocument, model: EscposModel): EncodedReceipt {
  const encoding = new Encoding(model);
  for (const block of document.blocks) encoding.add(block);
  return {
    lines: encoding.finish(),
    cut: runOf(model.cut === "none" ? feed(model.feedToCut) : cut(model.cut, model.feedToCut)),
    unprintable: [...encoding.unprintable].join("").slice(0, UNPRINTABLE_LIMIT),
  };
}

class Encoding {
  readonly #model: EscposModel;
  readonly #case = new TypeCase(hanzi());
  readonly #writer = new CommandWriter();
  readonly #layout = new Layout(this.#case, this.#writer);
  #isDouble = false;
  #isBold = false;

  constructor(model: EscposModel) {
    this.#model = model;
    for (const command of opening) this.#writer.add(command);
  }

  get unprintable(): ReadonlySet<string> {
    return this.#case.unprintable;
  }

  add(block: Block): void {
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
        if (block.lines > 0) this.#writer.add(feed(Math.min(block.lines, FEED_LIMIT)));
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
  finish(): CommandRun {
    this.#wear(false, false);
    return this.#writer.finish();
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
      this.#case.unprintable.add(data);
      this.#layout.paragraph(data, "center", this.#model.columns);
      return;
    }
    for (const command of [align(1), ...commands, align(0)]) this.#writer.add(command);
  }

  /** A style is said only when it changes. */
  #wear(isDouble: boolean, isBold: boolean): void {
    if (isDouble !== this.#isDouble) this.#writer.add(doubleSize[isDouble ? 1 : 0]);
    if (isBold !== this.#isBold) this.#writer.add(boldness[isBold ? 1 : 0]);
    this.#isDouble = isDouble;
    this.#isBold = isBold;
  }
}
