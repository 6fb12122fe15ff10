import { AIM_FLAG } from "#drivers/wire/aim.ts";
import {
  SCAN_SDT_AZTEC,
  SCAN_SDT_CCA,
  SCAN_SDT_CODABAR,
  SCAN_SDT_CODE11,
  SCAN_SDT_CODE39,
  SCAN_SDT_CODE93,
  SCAN_SDT_CODE128,
  SCAN_SDT_DATAMATRIX,
  SCAN_SDT_EAN8,
  SCAN_SDT_EAN13,
  SCAN_SDT_EAN13_S,
  SCAN_SDT_GS1DATABAR,
  SCAN_SDT_GS1DATABAR_E,
  SCAN_SDT_GS1DATAMATRIX,
  SCAN_SDT_GS1QRCODE,
  SCAN_SDT_GS1128,
  SCAN_SDT_HANXIN,
  SCAN_SDT_ISBT128,
  SCAN_SDT_ITF,
  SCAN_SDT_ITF_CK,
  SCAN_SDT_MAXICODE,
  SCAN_SDT_MSI,
  SCAN_SDT_OTHER,
  SCAN_SDT_PDF417,
  SCAN_SDT_PLESSEY,
  SCAN_SDT_QRCODE,
  SCAN_SDT_TF,
  SCAN_SDT_UNKNOWN,
  SCAN_SDT_UPCA,
  SCAN_SDT_UPCE,
} from "#drivers/wire/upos-scanner.ts";

export interface Label {
  /** The identifier as sent, such as `]E0`; null when there was none we know. */
  readonly aim: string | null;
  /** What follows the identifier. */
  readonly label: string;
  /** A `SCAN_SDT_…` value. */
  readonly type: number;
}

interface Symbology {
  /** The type for a modifier that `byModifier` does not name. */
  readonly type: number;
  readonly byModifier?: Readonly<Record<string, number>>;
}

/** By the identifier's code character. Source: ISO/IEC 15424; types as in UnifiedPOS 1.16. */
const symbologies: Readonly<Record<string, Symbology>> = {
  A: { type: SCAN_SDT_CODE39 },
  C: { type: SCAN_SDT_CODE128, byModifier: { 1: SCAN_SDT_GS1128, 4: SCAN_SDT_ISBT128 } },
  E: {
    type: SCAN_SDT_EAN13,
    byModifier: {
      1: SCAN_SDT_EAN13_S,
      2: SCAN_SDT_EAN13_S,
      3: SCAN_SDT_EAN13_S,
      4: SCAN_SDT_EAN8,
    },
  },
  F: { type: SCAN_SDT_CODABAR },
  G: { type: SCAN_SDT_CODE93 },
  H: { type: SCAN_SDT_CODE11 },
  I: { type: SCAN_SDT_ITF, byModifier: { 1: SCAN_SDT_ITF_CK, 3: SCAN_SDT_ITF_CK } },
  L: { type: SCAN_SDT_PDF417 },
  M: { type: SCAN_SDT_MSI },
  P: { type: SCAN_SDT_PLESSEY },
  Q: { type: SCAN_SDT_QRCODE, byModifier: { 3: SCAN_SDT_GS1QRCODE, 4: SCAN_SDT_GS1QRCODE } },
  R: { type: SCAN_SDT_TF },
  S: { type: SCAN_SDT_TF },
  U: { type: SCAN_SDT_MAXICODE },
  X: { type: SCAN_SDT_OTHER },
  d: { type: SCAN_SDT_DATAMATRIX, byModifier: { 2: SCAN_SDT_GS1DATAMATRIX } },
  // The identifier does not tell the composite components CC-A, CC-B and CC-C apart.
  e: { type: SCAN_SDT_CCA, byModifier: { 0: SCAN_SDT_GS1DATABAR_E } },
  h: { type: SCAN_SDT_HANXIN },
  z: { type: SCAN_SDT_AZTEC },
};

/** Some scanners send UPC under `]E0` in its own length, others padded to the 13 of EAN-13. */
const upcLengths: Readonly<Record<number, number>> = { 12: SCAN_SDT_UPCA, 8: SCAN_SDT_UPCE };

/** DataBar Omnidirectional carries nothing but `01` and a GTIN of 14 digits. */
const dataBarGtin = /^01\d{14}$/;

/**
 * Splits what a scanner sent into identifier, label and type. Text that only looks like an
 * identifier (an unknown code character) is all label, because a label may start with `]`.
 */
export function readLabel(scanned: string): Label {
  const code = scanned.charAt(1);
  const modifier = scanned.charAt(2);
  const isFlagged = scanned.charCodeAt(0) === AIM_FLAG && /^[0-9A-Za-z]$/.test(modifier);
  const symbology = isFlagged && Object.hasOwn(symbologies, code) ? symbologies[code] : undefined;
  if (symbology === undefined) return { aim: null, label: scanned, type: SCAN_SDT_UNKNOWN };
  const aim = scanned.slice(0, 3);
  const label = scanned.slice(3);
  return { aim, label, type: typeOf(symbology, modifier, label) };
}

function typeOf(symbology: Symbology, modifier: string, label: string): number {
  const type = symbology.byModifier?.[modifier] ?? symbology.type;
  if (type === SCAN_SDT_EAN13) return upcLengths[label.length] ?? type;
  if (type === SCAN_SDT_GS1DATABAR_E && dataBarGtin.test(label)) return SCAN_SDT_GS1DATABAR;
  return type;
}
