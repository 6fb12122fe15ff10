/**
 * UnifiedPOS 1.16, Scanner: bar code types, the values of `ScanDataType`. Constants only.
 *
 * Source: ScannerConst.java of javapos-contracts.
 */

export const SCAN_SDT_UNKNOWN = 0;

export const SCAN_SDT_UPCA = 101;
export const SCAN_SDT_UPCE = 102;
export const SCAN_SDT_EAN8 = 103;
export const SCAN_SDT_EAN13 = 104;
/** Discrete 2 of 5. */
export const SCAN_SDT_TF = 105;
export const SCAN_SDT_ITF = 106;
export const SCAN_SDT_CODABAR = 107;
export const SCAN_SDT_CODE39 = 108;
export const SCAN_SDT_CODE93 = 109;
export const SCAN_SDT_CODE128 = 110;
/** `_S`: with a supplement of two or five digits. */
export const SCAN_SDT_UPCA_S = 111;
export const SCAN_SDT_UPCE_S = 112;
export const SCAN_SDT_UPCD1 = 113;
export const SCAN_SDT_UPCD2 = 114;
export const SCAN_SDT_UPCD3 = 115;
export const SCAN_SDT_UPCD4 = 116;
export const SCAN_SDT_UPCD5 = 117;
export const SCAN_SDT_EAN8_S = 118;
export const SCAN_SDT_EAN13_S = 119;
export const SCAN_SDT_GS1128 = 120;
export const SCAN_SDT_OCRA = 121;
export const SCAN_SDT_OCRB = 122;
export const SCAN_SDT_GS1DATABAR = 131;
/** Expanded. */
export const SCAN_SDT_GS1DATABAR_E = 132;
/** `_CK`: with a check digit. */
export const SCAN_SDT_ITF_CK = 133;
/** Limited. */
export const SCAN_SDT_GS1DATABAR_TYPE2 = 134;
export const SCAN_SDT_AMES = 135;
export const SCAN_SDT_TFMAT = 136;
export const SCAN_SDT_CODE39_CK = 137;
export const SCAN_SDT_CODE32 = 138;
export const SCAN_SDT_CODECIP = 139;
export const SCAN_SDT_TRIOPTIC39 = 140;
export const SCAN_SDT_ISBT128 = 141;
export const SCAN_SDT_CODE11 = 142;
export const SCAN_SDT_MSI = 143;
export const SCAN_SDT_PLESSEY = 144;
export const SCAN_SDT_TELEPEN = 145;
export const SCAN_SDT_DWCODE = 146;
export const SCAN_SDT_CCA = 151;
export const SCAN_SDT_CCB = 152;
export const SCAN_SDT_CCC = 153;
export const SCAN_SDT_TLC39 = 154;

export const SCAN_SDT_PDF417 = 201;
export const SCAN_SDT_MAXICODE = 202;
export const SCAN_SDT_DATAMATRIX = 203;
export const SCAN_SDT_QRCODE = 204;
export const SCAN_SDT_UQRCODE = 205;
export const SCAN_SDT_AZTEC = 206;
export const SCAN_SDT_UPDF417 = 207;
export const SCAN_SDT_GS1DATAMATRIX = 208;
export const SCAN_SDT_GS1QRCODE = 209;
export const SCAN_SDT_CODE49 = 210;
export const SCAN_SDT_CODE16K = 211;
export const SCAN_SDT_CODABLOCKA = 212;
export const SCAN_SDT_CODABLOCKF = 213;
export const SCAN_SDT_CODABLOCK256 = 214;
export const SCAN_SDT_HANXIN = 215;

/** Postal codes have the values from here to 312. */
export const SCAN_SDT_POSTAL_FIRST = 301;
export const SCAN_SDT_POSTAL_LAST = 312;

export const SCAN_SDT_OTHER = 501;
