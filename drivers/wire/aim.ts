/**
 * AIM symbology identifiers and UnifiedPOS bar code types. Constants only.
 *
 * Sources: ISO/IEC 15424 as tabled by Zebra, Datalogic QD2300 and Scandocs NT-8080 manuals;
 * UnifiedPOS 1.16 `SCAN_SDT_…` values from ScannerConst.java of javapos-contracts.
 */

/** First character of an identifier: `]`. */
export const AIM_FLAG = 0x5d;

export const STX = 0x02;
export const ETX = 0x03;
/** How a transmitted label spells FNC1 after the first position (GS1 General Specifications). */
export const GS1_SEPARATOR = 0x1d;

export const SCAN_SDT_UNKNOWN = 0;
export const SCAN_SDT_UPCA = 101;
export const SCAN_SDT_UPCE = 102;
export const SCAN_SDT_EAN8 = 103;
export const SCAN_SDT_EAN13 = 104;
export const SCAN_SDT_TF = 105;
export const SCAN_SDT_ITF = 106;
export const SCAN_SDT_CODABAR = 107;
export const SCAN_SDT_CODE39 = 108;
export const SCAN_SDT_CODE93 = 109;
export const SCAN_SDT_CODE128 = 110;
export const SCAN_SDT_EAN13_S = 119;
export const SCAN_SDT_GS1128 = 120;
export const SCAN_SDT_GS1DATABAR = 131;
export const SCAN_SDT_GS1DATABAR_E = 132;
export const SCAN_SDT_ITF_CK = 133;
export const SCAN_SDT_ISBT128 = 141;
export const SCAN_SDT_CODE11 = 142;
export const SCAN_SDT_MSI = 143;
export const SCAN_SDT_PLESSEY = 144;
export const SCAN_SDT_CCA = 151;
export const SCAN_SDT_PDF417 = 201;
export const SCAN_SDT_MAXICODE = 202;
export const SCAN_SDT_DATAMATRIX = 203;
export const SCAN_SDT_QRCODE = 204;
export const SCAN_SDT_AZTEC = 206;
export const SCAN_SDT_GS1DATAMATRIX = 208;
export const SCAN_SDT_GS1QRCODE = 209;
export const SCAN_SDT_HANXIN = 215;
export const SCAN_SDT_OTHER = 501;
