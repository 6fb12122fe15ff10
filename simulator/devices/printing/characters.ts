import iconv from "iconv-lite";
import { thaiPages } from "./thai-pages.ts";

/**
 * The printer's character ROM: which byte draws which character. The hanzi ROM is GBK; a byte pair
 * it does not have is drawn as a box, a four-byte GB18030 sequence therefore as two.
 *
 * Sources: GB18030-2005 (two-byte area); IBM code pages 437, 850, 851, 853, 858, 1118, 1119; WHATWG
 * Encoding and `iconv-lite` for others.
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
const cp851 =
  "ÇüéâäàΆçêëèïîΈÄΉΊ ΌôöΎûùΏÖÜά£έήίϊΐόύΑΒΓΔΕΖΗ½ΘΙ«»░▒▓│┤ΚΛΜΝ╣║╗╝ΞΟ┐└┴┬├─┼ΠΡ╚╔╩╦╠═╬Σ" +
  "ΤΥΦΧΨΩαβγ┘┌█▄δε▀ζηθικλμνξοπρσςτ´\u00ad±υφχ§ψ¸°¨ωϋΰώ■\u00a0";
const cp853 =
  "ÇüéâäàĉçêëèïîìÄĈÉċĊôöòûùİÖÜĝ£Ĝ×ĵáíóúñÑĞğĤĥ ½Ĵş«»░▒▓│┤ÁÂÀŞ╣║╗╝Żż┐└┴┬├─┼Ŝŝ╚╔╩╦╠═╬¤" +
  "  ÊËÈıÍÎÏ┘┌█▄ Ì▀ÓßÔÒĠġµĦħÚÛÙŬŭ ´\u00ad ℓŉ˘§÷¸°¨˙ ³²■\u00a0";
/** Letters of Lithuania among the lines of 437 and 866, from B0 to DF. */
const lithuanian = "░▒▓│┤ĄČĘĖ╣║╗╝ĮŠ┐└┴┬├─┼ŲŪ╚╔╩╦╠═╬Žąčęėįšųūž┘┌█▄▌▐▀";
const cp1118 = `${cp437.slice(0, 48)}${lithuanian}${cp437.slice(96, 112)}≡±≥≤„“÷≈°∙˙√ⁿ²■\u00a0`;
const cp1119 =
  `АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп${lithuanian}рстуфхцчшщъыьэюя` +
  "Ёё≥≤„“÷≈°∙·√ⁿ²■\u00a0";
const cp858 = cp850.replace("ı", "€");
/** JIS X 0201 from A1 to DF; what stands around it is the maker's own. */
const katakana = `${" ".repeat(33)}｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ`;

/** In an upper half, a blank is a code that draws nothing known. */
type Page =
  | { readonly upper: string | readonly string[] }
  | { readonly label: string }
  | { readonly iconv: string };

/**
 * `ESC t n` to the upper half: as characters, or under the engine's or the library's name. Not
 * here: Thai Code 17 (25), Farsi (41), and the host's own pages (254, 255).
 */
const pages: Readonly<Record<number, Page>> = {
  0: { upper: cp437 },
  1: { upper: katakana },
  2: { upper: cp850 },
  3: { iconv: "cp860" },
  4: { iconv: "cp863" },
  5: { iconv: "cp865" },
  11: { upper: cp851 },
  12: { upper: cp853 },
  13: { iconv: "cp857" },
  14: { iconv: "cp737" },
  15: { label: "iso-8859-7" },
  16: { label: "windows-1252" },
  17: { label: "ibm866" },
  18: { iconv: "cp852" },
  19: { upper: cp858 },
  ...thaiPages,
  30: { iconv: "tcvn" },
  31: { iconv: "tcvn" },
  32: { iconv: "cp720" },
  33: { iconv: "cp775" },
  34: { iconv: "cp855" },
  35: { iconv: "cp861" },
  36: { iconv: "cp862" },
  37: { iconv: "cp864" },
  38: { iconv: "cp869" },
  39: { label: "iso-8859-2" },
  40: { label: "iso-8859-15" },
  42: { upper: cp1118 },
  43: { upper: cp1119 },
  44: { iconv: "cp1125" },
  45: { label: "windows-1250" },
  46: { label: "windows-1251" },
  47: { label: "windows-1253" },
  48: { label: "windows-1254" },
  49: { label: "windows-1255" },
  50: { label: "windows-1256" },
  51: { label: "windows-1257" },
  52: { label: "windows-1258" },
  53: { iconv: "rk1048" },
};
/** The same letters as 30, drawn as capitals. */
const TCVN_CAPITALS = 31;

/** One byte outside hanzi mode. */
export function singleByteCharacter(byte: number, page: number): string {
  if (byte < 0x7f) return String.fromCharCode(byte);
  const table = pages[page];
  if (byte === 0x7f || table === undefined) return MISSING_CHARACTER;
  const character = characterIn(table, byte);
  if (character === null) return MISSING_CHARACTER;
  return page === TCVN_CAPITALS ? character.toUpperCase() : character;
}

function characterIn(table: Page, byte: number): string | null {
  if ("upper" in table) {
    const cell = table.upper[byte - 0x80] ?? " ";
    return cell === " " ? null : cell;
  }
  const bytes = Uint8Array.of(byte);
  const character =
    "label" in table
      ? new TextDecoder(table.label).decode(bytes)
      : iconv.decode(bytes, table.iconv);
  return isDrawable(character) ? character : null;
}

/**
 * The twelve codes that differ from country to country, by `ESC R n`.
 *
 * Source: Epson ESC/POS command reference, ESC R, "international character set".
 */
const nationalCodes: readonly number[] = [
  0x23, 0x24, 0x40, 0x5b, 0x5c, 0x5d, 0x5e, 0x60, 0x7b, 0x7c, 0x7d, 0x7e,
];
const nations: readonly string[] = [
  "#$@[\\]^`{|}~", // U.S.A.
  "#$à°ç§^`éùè¨", // France
  "#$§ÄÖÜ^`äöüß", // Germany
  "£$@[\\]^`{|}~", // U.K.
  "#$@ÆØÅ^`æøå~", // Denmark I
  "#¤ÉÄÖÅÜéäöåü", // Sweden
  "#$@°\\é^ùàòèì", // Italy
  "₧$@¡Ñ¿^`¨ñ}~", // Spain I
  "#$@[¥]^`{|}~", // Japan
  "#¤ÉÆØÅÜéæøåü", // Norway
  "#$ÉÆØÅÜéæøåü", // Denmark II
  "#$á¡Ñ¿é`íñóú", // Spain II
  "#$á¡Ñ¿éüíñóú", // Latin America
  "#$@[₩]^`{|}~", // Korea
  "#$ŽŠĐĆČžšđćč", // Slovenia, Croatia
  "#¥@[\\]^`{|}~", // China
  "#₫@[\\]^`{|}~", // Vietnam
  "#$@[\\]^`{|}~", // Arabia
];

export const isNation = (n: number) => nations[n] !== undefined;

/** A byte below 80 (hex). */
export function nationalCharacter(byte: number, nation: number): string {
  const at = nationalCodes.indexOf(byte);
  return nations[nation]?.[at] ?? singleByteCharacter(byte, 0);
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

/** A pair of bytes on a ROM for Taiwan. */
export function big5(lead: number, trail: number): string {
  const character = new TextDecoder("big5").decode(Uint8Array.of(lead, trail));
  return isDrawable(character) ? character : MISSING_HANZI;
}

function isDrawable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  return [...character].length === 1 && !isControl && code !== 0xfffd && !isPrivate;
}
