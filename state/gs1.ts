/**
 * GS1 element strings and Digital Link addresses: an article, and what else its label says.
 * Source: GS1 General Specifications, section 3, and GS1 Digital Link URI Syntax, as told in the
 * project's notes from general knowledge; not yet compared with the specifications themselves.
 */
import { scale } from "./money.ts";

/** What an article's own label says besides its number. */
export interface LabelDetails {
  /** Net weight in grams. */
  readonly weight?: number;
  /** Price of this piece in fen. */
  readonly price?: number;
  /** `YYMMDD`; day `00` is the last of the month. */
  readonly expiry?: string;
  readonly batch?: string;
  readonly serial?: string;
}

type Elements = ReadonlyMap<string, string>;

/** FNC1 behind a field of variable length. */
export const separator = "\u001d";

/** Whole lengths of the element strings that need no separator, by their first two digits. */
const fixedLengths: Readonly<Record<string, number>> = {
  ...{ "00": 20, "01": 16, "02": 16, "03": 16, "04": 18, "11": 8, "12": 8, "13": 8, "14": 8 },
  ...{ "15": 8, "16": 8, "17": 8, "18": 8, "19": 8, "20": 4, "31": 10, "32": 10, "33": 10 },
  ...{ "34": 10, "35": 10, "36": 10, "41": 16 },
};

/** Identifiers of more than two digits, by their first two; others have two. */
const longIdentifiers: Readonly<Record<string, number>> = {
  ...{ "23": 3, "24": 3, "25": 3, "31": 4, "32": 4, "33": 4, "34": 4, "35": 4, "36": 4 },
  ...{ "39": 4, "40": 3, "41": 3, "42": 3, "43": 4, "70": 4, "71": 3, "72": 4, "80": 4, "81": 4 },
  ...{ "82": 4 },
};

/** @returns the fields by their application identifier; null when it is no element string */
export function readElements(text: string): Elements | null {
  const fields = new Map<string, string>();
  // Some scanners send the FNC1 that begins such a label as well.
  let rest = text.startsWith(separator) ? text.slice(1) : text;
  while (rest !== "") {
    const start = rest.slice(0, 2);
    const identifier = rest.slice(0, longIdentifiers[start] ?? 2);
    const end = rest.indexOf(separator);
    const length = fixedLengths[start] ?? (end === -1 ? rest.length : end);
    const field = rest.slice(0, length);
    const value = field.slice(identifier.length);
    if (!/^\d{2,4}$/.test(identifier) || value === "" || field.length < length) return null;
    if (value.length > 90 || value.includes(separator) || fields.has(identifier)) return null;
    fields.set(identifier, value);
    rest = rest.slice(length);
    if (rest.startsWith(separator)) rest = rest.slice(1);
  }
  return fields.size === 0 ? null : fields;
}

/** @returns the fields of an address with `/01/` and a GTIN in its path; null of any other */
export function readDigitalLink(text: string): Elements | null {
  const parts = /^https?:\/\/[^/?#]+((?:\/[^/?#]+)*)\/?(?:\?([^#]*))?(?:#.*)?$/i.exec(text);
  if (parts === null) return null;
  const path = (parts[1] ?? "").split("/").slice(1);
  const from = path.findIndex((part, at) => part === "01" && isGtin(decode(path[at + 1] ?? "")));
  if (from === -1) return null;
  const fields = new Map<string, string>();
  for (let at = from; at < path.length; at += 2) add(fields, path[at], path[at + 1]);
  for (const pair of (parts[2] ?? "").split(/[&;]/)) {
    const cut = pair.indexOf("=");
    if (cut !== -1) add(fields, pair.slice(0, cut), pair.slice(cut + 1));
  }
  return fields;
}

/** Of a length that GTINs have; a shop's own path may hold an `01` too. */
const isGtin = (text: string | null) => text !== null && /^(\d{8}|\d{12,14})$/.test(text);

function add(fields: Map<string, string>, key = "", value = ""): void {
  const decoded = decode(value);
  if (/^\d{2,4}$/.test(key) && decoded !== null && !fields.has(key)) fields.set(key, decoded);
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** What a till makes use of. Fields that break their own rules are left out. */
export function detailsOf(fields: Elements): LabelDetails {
  const weight = decimal(fields, /^310([0-5])$/, /^\d{6}$/, 1000);
  const price = decimal(fields, /^392([0-9])$/, /^\d{1,15}$/, 100) ?? inCurrency(fields);
  const expiry = fields.get("17");
  const batch = fields.get("10");
  const serial = fields.get("21");
  return {
    ...(weight === null ? {} : { weight }),
    ...(price === null ? {} : { price }),
    ...(expiry !== undefined && /^\d{2}(0[1-9]|1[0-2])[0-3]\d$/.test(expiry) ? { expiry } : {}),
    ...(batch !== undefined && isName(batch) ? { batch } : {}),
    ...(serial !== undefined && isName(serial) ? { serial } : {}),
  };
}

/** The first field of a family whose last digit counts decimals, in `unit`ths; null without one. */
function decimal(fields: Elements, family: RegExp, shape: RegExp, unit: number): number | null {
  for (const [identifier, value] of fields) {
    const places = family.exec(identifier)?.[1];
    if (places === undefined || !shape.test(value)) continue;
    const digits = BigInt(value) * BigInt(unit);
    if (digits > BigInt(Number.MAX_SAFE_INTEGER)) continue;
    return scale(Number(value), unit, 10 ** Number(places));
  }
  return null;
}

/** ISO 4217 number of the yuan. */
const CNY = "156";

/** A price that names its currency counts where that is the shop's. */
function inCurrency(fields: Elements): number | null {
  const yuan = [...fields].flatMap(([identifier, value]) =>
    /^393\d$/.test(identifier) && value.startsWith(CNY)
      ? [[identifier, value.slice(3)] as const]
      : [],
  );
  return decimal(new Map(yuan), /^393([0-9])$/, /^\d{1,15}$/, 100);
}

/** Batch and serial numbers: at most 20 visible characters of ASCII. */
function isName(value: string): boolean {
  return /^[!-~]{1,20}$/.test(value);
}

/**
 * The date of an expiry, comparable with a business day. A year more than 50 ahead is of the
 * previous century, one 50 or more behind of the next; day `00` lasts as long as its month.
 *
 * @param day the business day, `YYYY-MM-DD`
 */
export function expiryDate(expiry: string, day: string): string {
  const now = Number(day.slice(0, 4));
  const century = Number(`${day.slice(0, 2)}00`);
  const near = century + Number(expiry.slice(0, 2));
  const year = near > now + 50 ? near - 100 : near <= now - 50 ? near + 100 : near;
  const ofMonth = expiry.slice(4) === "00" ? "31" : expiry.slice(4);
  return `${String(year).padStart(4, "0")}-${expiry.slice(2, 4)}-${ofMonth}`;
}
