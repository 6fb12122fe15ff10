import { type Bars, checkDigit, upcEBars } from "./barcode.ts";
import { bwippBars } from "./bwipp.ts";

const barsOf = (pattern: string | null, text: string): Bars | null =>
  pattern === null ? null : { pattern, text };

/** Null: a character that Code 39 does not have. Start and stop are added when missing. */
export function code39(data: string): Bars | null {
  const text = data.replace(/^\*(.*)\*$/, "$1");
  return barsOf(bwippBars("code39", text), `*${text}*`);
}

/** Null: not an even count of digits. */
export function itf(data: string): Bars | null {
  // The library would put a zero before an odd count; the printer prints nothing.
  return data.length & 1 ? null : barsOf(bwippBars("interleaved2of5", data), data);
}

/** Null: no start and stop of A to D around digits and `-$:/.+`. */
export function codabar(data: string): Bars | null {
  const text = data.toUpperCase();
  return barsOf(bwippBars("rationalizedCodabar", text), text);
}

/** The 128 characters of ASCII; what Code 93 has no sign for stands as a shift and a letter. */
export function code93(data: string): Bars | null {
  return barsOf(bwippBars("code93ext", data, { includecheck: true }), data);
}

/** Null: not the 11 or 12 digits of a UPC-A number that begins with 0 and can be shortened. */
export function upcE(data: string): Bars | null {
  if (!/^0\d{10,11}$/.test(data)) return null;
  const check = checkDigit(data.slice(0, 11));
  const six = data.length === 12 && data[11] !== check ? null : shorten(data.slice(1, 11));
  return six === null ? null : { pattern: upcEBars(six, check), text: `0${six}${check}` };
}

/** Zero suppression, GS1 General Specifications 5.2.2.4.2: maker and item of five digits each. */
function shorten(digits: string): string | null {
  const [maker, item] = [digits.slice(0, 5), digits.slice(5)];
  if (/^..[0-2]00$/.test(maker) && /^00/.test(item)) {
    return maker.slice(0, 2) + item.slice(2) + maker.charAt(2);
  }
  if (/00$/.test(maker) && /^000/.test(item)) return `${maker.slice(0, 3)}${item.slice(3)}3`;
  if (/0$/.test(maker) && /^0000/.test(item)) return `${maker.slice(0, 4)}${item.slice(4)}4`;
  return /^0000[5-9]$/.test(item) ? maker + item.slice(4) : null;
}
