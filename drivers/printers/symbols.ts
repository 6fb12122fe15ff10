import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { ReceiptLanguage } from "#drivers/printers/language.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import type { BarcodeBlock } from "#state/base/document.ts";

/** Bytes that a QR code of version 1, 2, … 40 holds at level M. Source: ISO/IEC 18004, table 7. */
const qrCapacity = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
  711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989,
  2099, 2213, 2331,
];

/** Six dots are 0.75 mm at 203 dpi: a phone reads that from half a meter; larger wastes paper. */
const LARGEST_QR_MODULE = 6;

/**
 * The commands of a QR code as large as the paper allows; null when it holds too much or the
 * printer draws none. A printer
 * prints nothing at all where the code is wider than the paper, and does not say so.
 */
export function qrCommands(
  data: string,
  model: PrinterModel,
  language: ReceiptLanguage,
): readonly NamedCommand[] | null {
  if (!model.hasQr) return null;
  const bytes = new TextEncoder().encode(data);
  const index = qrCapacity.findIndex((capacity) => bytes.length <= capacity);
  // Below 20 hex stand the starts of real-time commands, which are obeyed even inside a symbol.
  if (index === -1 || bytes.length === 0 || bytes.some((byte) => byte < 0x20)) return null;
  const modules = 17 + 4 * (index + 1) + 8; // with the quiet zone of four modules on each side
  const moduleDots = Math.min(LARGEST_QR_MODULE, Math.floor(model.paperDots / modules));
  return moduleDots < 1 ? null : language.qrCode(bytes, moduleDots);
}

/** Modules of CODE128 around its data: start, check character, stop and quiet zones. */
const CODE128_FRAME = 11 + 11 + 13 + 20;
/** Modules of EAN-13 with its quiet zones of 11 and 7. */
const EAN13_MODULES = 113;

/** The commands of a linear code; null when the data is not its own or the paper too narrow. */
export function barcodeCommands(
  block: BarcodeBlock,
  model: PrinterModel,
  language: ReceiptLanguage,
): readonly NamedCommand[] | null {
  const isEan = block.symbology === "ean13";
  const isValid = (isEan ? /^\d{12,13}$/ : /^[ -~]{1,100}$/).test(block.data);
  const modules = isEan ? EAN13_MODULES : CODE128_FRAME + 11 * block.data.length;
  const moduleDots = Math.min(3, Math.floor(model.paperDots / modules));
  if (!isValid || moduleDots < 2) return null;
  return isEan ? language.ean13(block.data, moduleDots) : language.code128(block.data, moduleDots);
}
