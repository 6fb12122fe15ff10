import {
  SCAN_SDT_AZTEC,
  SCAN_SDT_CODABAR,
  SCAN_SDT_CODE11,
  SCAN_SDT_CODE39,
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
  SCAN_SDT_HANXIN,
  SCAN_SDT_ITF,
  SCAN_SDT_MAXICODE,
  SCAN_SDT_MSI,
  SCAN_SDT_PDF417,
  SCAN_SDT_QRCODE,
  SCAN_SDT_TF,
  SCAN_SDT_UPCA,
  SCAN_SDT_UPCA_S,
  SCAN_SDT_UPCE,
  SCAN_SDT_UPCE_S,
} from "#drivers/wire/upos-scanner.ts";

/**
 * SSI code types. Source: Zebra SSI guides, and "Code Type IDs" of the Symbol CS3000 guide for the
 * add-ons, which make 64 more of two digits and 128 more of five; 193 and 194 as in the constants
 * of Zebra's scanner samples. 22 is Bookland, an EAN-13 that begins with 978.
 */
const types: Readonly<Record<number, number>> = {
  ...{ 72: SCAN_SDT_UPCA_S, 73: SCAN_SDT_UPCE_S, 74: SCAN_SDT_EAN8_S, 75: SCAN_SDT_EAN13_S },
  ...{ 136: SCAN_SDT_UPCA_S, 137: SCAN_SDT_UPCE_S, 138: SCAN_SDT_EAN8_S, 139: SCAN_SDT_EAN13_S },
  ...{ 183: SCAN_SDT_HANXIN, 193: SCAN_SDT_GS1DATAMATRIX, 194: SCAN_SDT_GS1QRCODE },
  1: SCAN_SDT_CODE39,
  2: SCAN_SDT_CODABAR,
  3: SCAN_SDT_CODE128,
  4: SCAN_SDT_TF,
  6: SCAN_SDT_ITF,
  7: SCAN_SDT_CODE93,
  8: SCAN_SDT_UPCA,
  9: SCAN_SDT_UPCE,
  10: SCAN_SDT_EAN8,
  11: SCAN_SDT_EAN13,
  12: SCAN_SDT_CODE11,
  14: SCAN_SDT_MSI,
  15: SCAN_SDT_GS1128,
  17: SCAN_SDT_PDF417,
  19: SCAN_SDT_CODE39,
  22: SCAN_SDT_EAN13,
  27: SCAN_SDT_DATAMATRIX,
  28: SCAN_SDT_QRCODE,
  37: SCAN_SDT_MAXICODE,
  45: SCAN_SDT_AZTEC,
  48: SCAN_SDT_GS1DATABAR,
  49: SCAN_SDT_GS1DATABAR,
  50: SCAN_SDT_GS1DATABAR_E,
};

/** @returns a `SCAN_SDT_…` value; undefined for a code type that is not in the table */
export function ssiType(codeType: number): number | undefined {
  return Object.hasOwn(types, codeType) ? types[codeType] : undefined;
}
