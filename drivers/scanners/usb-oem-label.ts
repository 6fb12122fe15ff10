import {
  SCAN_SDT_AZTEC,
  SCAN_SDT_CODABAR,
  SCAN_SDT_CODE39,
  SCAN_SDT_CODE49,
  SCAN_SDT_CODE93,
  SCAN_SDT_CODE128,
  SCAN_SDT_DATAMATRIX,
  SCAN_SDT_EAN8,
  SCAN_SDT_EAN8_S,
  SCAN_SDT_EAN13,
  SCAN_SDT_EAN13_S,
  SCAN_SDT_GS1DATABAR,
  SCAN_SDT_GS1DATABAR_E,
  SCAN_SDT_GS1DATAMATRIX,
  SCAN_SDT_GS1QRCODE,
  SCAN_SDT_GS1128,
  SCAN_SDT_ITF,
  SCAN_SDT_MAXICODE,
  SCAN_SDT_OCRA,
  SCAN_SDT_OCRB,
  SCAN_SDT_OTHER,
  SCAN_SDT_PDF417,
  SCAN_SDT_QRCODE,
  SCAN_SDT_TF,
  SCAN_SDT_UNKNOWN,
  SCAN_SDT_UPCA,
  SCAN_SDT_UPCA_S,
  SCAN_SDT_UPCE,
  SCAN_SDT_UPCE_S,
  SCAN_SDT_UPDF417,
} from "#drivers/wire/upos-scanner.ts";
import * as oem from "#drivers/wire/usb-oem.ts";

type Types = Readonly<Record<number, number>>;

/** Identifiers of one byte, and the middle bytes of three. Source: Datalogic's `labelIds.csv`. */
const short: Types = {
  [oem.OEM_EAN_13]: SCAN_SDT_EAN13,
  [oem.OEM_EAN_8]: SCAN_SDT_EAN8,
  [oem.OEM_UPC_A]: SCAN_SDT_UPCA,
  [oem.OEM_UPC_E]: SCAN_SDT_UPCE,
};
const middle: Types = {
  [oem.OEM_CODE_39]: SCAN_SDT_CODE39,
  [oem.OEM_2_OF_5]: SCAN_SDT_TF,
  [oem.OEM_ITF]: SCAN_SDT_ITF,
  [oem.OEM_CODABAR]: SCAN_SDT_CODABAR,
  [oem.OEM_CODE_128]: SCAN_SDT_CODE128,
  [oem.OEM_CODE_93]: SCAN_SDT_CODE93,
  [oem.OEM_GS1_128]: SCAN_SDT_GS1128,
  [oem.OEM_EAN_13_2]: SCAN_SDT_EAN13_S,
  [oem.OEM_EAN_13_5]: SCAN_SDT_EAN13_S,
  [oem.OEM_EAN_13_COMPOSITE]: SCAN_SDT_EAN13_S,
  [oem.OEM_EAN_8_2]: SCAN_SDT_EAN8_S,
  [oem.OEM_EAN_8_5]: SCAN_SDT_EAN8_S,
  [oem.OEM_EAN_8_COMPOSITE]: SCAN_SDT_EAN8_S,
  [oem.OEM_UPC_A_2]: SCAN_SDT_UPCA_S,
  [oem.OEM_UPC_A_5]: SCAN_SDT_UPCA_S,
  [oem.OEM_UPC_A_COMPOSITE]: SCAN_SDT_UPCA_S,
  [oem.OEM_UPC_E_2]: SCAN_SDT_UPCE_S,
  [oem.OEM_UPC_E_5]: SCAN_SDT_UPCE_S,
  [oem.OEM_UPC_E_COMPOSITE]: SCAN_SDT_UPCE_S,
  // Limited has this identifier too.
  [oem.OEM_DATABAR]: SCAN_SDT_GS1DATABAR,
  [oem.OEM_DATABAR_EXPANDED]: SCAN_SDT_GS1DATABAR_E,
  [oem.OEM_PDF417]: SCAN_SDT_PDF417,
  [oem.OEM_MICRO_PDF417]: SCAN_SDT_UPDF417,
  [oem.OEM_MAXICODE]: SCAN_SDT_MAXICODE,
  [oem.OEM_OCR_A]: SCAN_SDT_OCRA,
  [oem.OEM_OCR_B]: SCAN_SDT_OCRB,
  [oem.OEM_DATA_MATRIX]: SCAN_SDT_DATAMATRIX,
  [oem.OEM_GS1_DATA_MATRIX]: SCAN_SDT_GS1DATAMATRIX,
  [oem.OEM_QR]: SCAN_SDT_QRCODE,
  [oem.OEM_GS1_QR]: SCAN_SDT_GS1QRCODE,
  [oem.OEM_AZTEC]: SCAN_SDT_AZTEC,
  [oem.OEM_CODE_49]: SCAN_SDT_CODE49,
};

/** What table scanners, and some in the hand, send as numbers 0 to 9 instead of digits. */
const digitTypes: readonly number[] = [
  ...[SCAN_SDT_EAN13, SCAN_SDT_EAN8, SCAN_SDT_UPCA, SCAN_SDT_UPCE],
  ...[SCAN_SDT_EAN13_S, SCAN_SDT_EAN8_S, SCAN_SDT_UPCA_S, SCAN_SDT_UPCE_S],
];
const DIGIT_MAX = 9;
const ZERO = 0x30;

/** A part of a label, or all of it, as one report brings it. */
export interface OemPart {
  /** Digits as characters, whatever they were sent as. */
  readonly text: Uint8Array;
  /** A `SCAN_SDT_…` value; 0 where the identifier is not known. */
  readonly type: number;
  /** The identifier, equal in all parts of a label. */
  readonly identifier: string;
  readonly goesOn: boolean;
}

/** @returns null when there is not even an identifier */
export function oemPart(data: Uint8Array): OemPart | null {
  const last = data.at(-1);
  const length = last === oem.OEM_ENDS_FOUR ? 4 : last === oem.OEM_ENDS_THREE ? 3 : 1;
  if (data.length < length) return null;
  const [first = 0, ...rest] = data.subarray(data.length - length);
  const isLong = length > 1;
  const own = isLong ? first & ~oem.OEM_CONTINUED : first;
  const type = typeOf(length, isLong ? (rest[0] ?? 0) : first);
  return {
    text: digitsAsText(data.subarray(0, data.length - length), type),
    type,
    identifier: [own, ...rest].join(" "),
    goesOn: isLong && (first & oem.OEM_CONTINUED) !== 0,
  };
}

/** What one of four bytes means stands in no table; Datalogic's own driver calls it "other". */
function typeOf(length: number, key: number): number {
  if (length === 4) return SCAN_SDT_OTHER;
  const types = length === 3 ? middle : short;
  return types[key] ?? SCAN_SDT_UNKNOWN;
}

function digitsAsText(data: Uint8Array, type: number): Uint8Array {
  if (!digitTypes.includes(type)) return data;
  return data.map((byte) => (byte <= DIGIT_MAX ? byte + ZERO : byte));
}
