/**
 * The printer's character ROM: which byte draws which character. The hanzi ROM is GBK; a byte pair
 * it does not have is drawn as a box, a four-byte GB18030 sequence therefore as two.
 *
 * Sources: GB18030-2005 (two-byte area); IBM code pages 437, 850, 858; WHATWG Encoding for others.
 */
export const MISSING_HANZI = "□";
export const MISSING_CHARACTER = "?";

const cp437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ" +
  "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
  "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const cp850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ" +
  "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀" +
  "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
const cp858 = cp850.replace("ı", "€");

/** `ESC t n` to the upper half, as characters or as the name that the engine knows. */
const pages: Readonly<Record<number, { readonly upper: string } | { readonly label: string }>> = {
  0: { upper: cp437 },
  2: { upper: cp850 },
  15: { label: "iso-8859-7" },
  16: { label: "windows-1252" },
  17: { label: "ibm866" },
  19: { upper: cp858 },
  39: { label: "iso-8859-2" },
  40: { label: "iso-8859-15" },
  45: { label: "windows-1250" },
  46: { label: "windows-1251" },
  47: { label: "windows-1253" },
  48: { label: "windows-1254" },
};

/** One byte outside hanzi mode. */
export function singleByteCharacter(byte: number, page: number): string {
  if (byte < 0x7f) return String.fromCharCode(byte);
  const table = pages[page];
  if (byte === 0x7f || table === undefined) return MISSING_CHARACTER;
  if ("upper" in table) return table.upper[byte - 0x80] ?? MISSING_CHARACTER;
  const character = new TextDecoder(table.label).decode(Uint8Array.of(byte));
  return isDrawable(character) ? character : MISSING_CHARACTER;
}

/** In hanzi mode a byte from 81 to FE swallows the one after it. */
export const isLeadByte = (byte: number) => byte >= 0x81 && byte <= 0xfe;

const gb18030 = new TextDecoder("gb18030");

/** A pair of bytes in hanzi mode. */
export function hanzi(lead: number, trail: number): string {
  if (trail < 0x40 || trail === 0x7f || trail === 0xff) return MISSING_HANZI;
  const character = gb18030.decode(Uint8Array.of(lead, trail));
  return isDrawable(character) ? character : MISSING_HANZI;
}

function isDrawable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return [...character].length === 1 && code >= 0x20 && code !== 0xfffd && !isPrivate;
}
