import type { Framing } from "#drivers/printers/back-channel.ts";
import type { DrawerPulse, NamedCommand } from "#drivers/printers/commands.ts";
import type { PictureRoom } from "#drivers/printers/escpos-picture.ts";
import type { Marker, Markers } from "#drivers/printers/marker.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import type { Picture } from "#drivers/printers/picture.ts";
import type { PrinterIdentity } from "#drivers/printers/signal.ts";
import type { RealTimeStatus, Reported } from "#drivers/printers/status.ts";
import type { Align } from "#state/base/document.ts";

/**
 * A printer language: how its commands are spelled and its answers read. The general driver knows
 * when to say what; this knows how. Data and pure functions.
 */
export interface PrinterLanguage extends ReceiptLanguage {
  /** Said once when the link has opened, before anything else. */
  readonly greeting: readonly NamedCommand[];
  /** Takes back what an earlier program left. */
  readonly reset: NamedCommand;
  /** Has every change reported from now on; a reset may end that. */
  readonly report: NamedCommand;
  /** What is asked one after another for a whole status. */
  readonly questions: readonly NamedCommand[];
  /** What it is asked to tell of itself, each answered in words; none where it cannot. */
  readonly identity: Readonly<Partial<Record<keyof PrinterIdentity, Marker>>>;
  /** What the answers to the questions say; null where they are answered by a status. */
  readonly fromAnswers: ((answers: RealTimeStatus) => Reported) | null;
  readonly framing: Framing;
  /** Opens the drawer when its turn comes. */
  kick(pulse: DrawerPulse): readonly NamedCommand[];
  /** Opens the drawer at once, even without paper. */
  kickNow(pulse: DrawerPulse): readonly NamedCommand[];
  /** @param seed differs from start to start of the till */
  markers(model: PrinterModel, seed: number): Markers;
}

/** What a receipt needs said. */
export interface ReceiptLanguage {
  /** Ends whatever styles an earlier job or another program left; aligned to the left. */
  readonly plain: readonly NamedCommand[];
  readonly align: Readonly<Record<Align, NamedCommand>>;
  /** Normal size, and twice as wide and twice as high. */
  readonly size: readonly [NamedCommand, NamedCommand];
  /** Off and on. */
  readonly bold: readonly [NamedCommand, NamedCommand];
  /** What follows may hold hanzi of two bytes; null where nothing need be said. */
  readonly doubleByte: NamedCommand | null;
  /** What follows is one byte a character; null where nothing need be said. */
  readonly singleByte: NamedCommand | null;
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
  /** In bands, each a command that a job may be parted behind. */
  picture(picture: Picture, room: PictureRoom): readonly NamedCommand[];
}
