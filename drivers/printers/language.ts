import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import type { Align } from "#state/base/document.ts";

/** What a receipt needs said, in the words of one printer language. Data and pure functions. */
export interface ReceiptLanguage {
  /** Ends whatever styles an earlier job or another program left; aligned to the left. */
  readonly plain: readonly NamedCommand[];
  readonly align: Readonly<Record<Align, NamedCommand>>;
  /** Normal size, and twice as wide and twice as high. */
  readonly size: readonly [NamedCommand, NamedCommand];
  /** Off and on. */
  readonly bold: readonly [NamedCommand, NamedCommand];
  /** What follows may hold hanzi of two bytes. */
  readonly doubleByte: NamedCommand;
  /** What follows is one byte a character. */
  readonly singleByte: NamedCommand;
  /** @param n the page's number on this model */
  codePage(n: number): NamedCommand;
  feed(lines: number): NamedCommand;
  cut(model: PrinterModel): NamedCommand;
  /** @param data at most 2331 bytes, none below 20 hex @param moduleDots at least 1 */
  qrCode(data: Uint8Array, moduleDots: number): readonly NamedCommand[];
  /** @param digits 12 or 13 of them @param moduleDots 2 or 3 */
  ean13(digits: string, moduleDots: number): readonly NamedCommand[];
  /** @param text printable ASCII @param moduleDots 2 or 3 */
  code128(text: string, moduleDots: number): readonly NamedCommand[];
}
