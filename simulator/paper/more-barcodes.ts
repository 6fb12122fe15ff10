import { type Bars, checkDigit, upcEBars } from "./barcode.ts";

const codabarCharacters = "0123456789-$:/.+ABCD";
/** Bars and gaps of each character, 1 for wide (EN 798, AIM USS-Codabar). */
const codabarWidths = (
  "0000011 0000110 0001001 1100000 0010010 1000010 0100001 0100100 0110000 1001000 " +
  "0001100 0011000 1000101 1010001 1010100 0010101 0011010 0101001 0001011 0001110"
).split(" ");

/** Null: no start and stop of A to D around digits and `-$:/.+`. */
export function codabar(data: string): Bars | null {
  const text = data.toUpperCase();
  if (!/^[A-D][0-9\-$:/.+]+[A-D]$/.test(text)) return null;
  const drawn = [...text].map((character) => {
    const widths = codabarWidths[codabarCharacters.indexOf(character)] ?? "";
    return [...widths]
      .map((wide, index) => (index % 2 === 0 ? "1" : "0").repeat(wide === "1" ? 3 : 1))
      .join("");
  });
  return { pattern: drawn.join("0"), text };
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
