/**
 * ESC/POS by its manual names. Constants only: the printer driver encodes with them, the virtual
 * printer decodes with its own logic, and golden bytes typed from the manual judge both.
 *
 * Source: Epson ESC/POS command reference and TM-T88III, TM-T20II technical references.
 */

export const NUL = 0x00;
export const HT = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const DLE = 0x10;
export const XON = 0x11;
export const XOFF = 0x13;
export const ESC = 0x1b;
export const FS = 0x1c;
export const GS = 0x1d;

/** Second byte of `DLE …` */
export const DLE_EOT = 0x04;
export const DLE_ENQ = 0x05;
export const DLE_DC4 = 0x14;

/** Second byte of `ESC …` */
export const ESC_AT = 0x40;
export const ESC_EXCLAMATION = 0x21;
export const ESC_2 = 0x32;
export const ESC_3 = 0x33;
export const ESC_E = 0x45;
export const ESC_J = 0x4a;
export const ESC_M = 0x4d;
export const ESC_a = 0x61;
export const ESC_d = 0x64;
export const ESC_p = 0x70;
export const ESC_t = 0x74;

/** Second byte of `FS …` */
export const FS_EXCLAMATION = 0x21;
export const FS_AMPERSAND = 0x26;
export const FS_PERIOD = 0x2e;

/** Second byte of `GS …` */
export const GS_EXCLAMATION = 0x21;
export const GS_PAREN = 0x28;
export const GS_H = 0x48;
export const GS_I = 0x49;
/** What `GS I` tells in words. */
export const GS_I_FIRMWARE = 65;
export const GS_I_MAKER = 66;
export const GS_I_MODEL = 67;
export const GS_I_FONT = 69;
export const GS_V = 0x56;
export const GS_a = 0x61;
export const GS_h = 0x68;
export const GS_k = 0x6b;
export const GS_r = 0x72;
export const GS_v = 0x76;
export const GS_w = 0x77;

/** Third byte of `GS ( …` */
export const GS_PAREN_H = 0x48;
export const GS_PAREN_k = 0x6b;

/** First bytes of the answers that run to NUL: "transmission status identification". */
export const ANSWER_BLOCK_STARTS = [0x35, 0x37, 0x39, 0x3b, 0x3d, 0x53, 0x5f] as const;
/** `GS ( H` fn 48 answers `37 22 d1 d2 d3 d4 00`. */
export const ANSWER_PROCESS_ID = 0x22;
/** Begins an answer to `GS I` in words, which runs to NUL. */
export const ANSWER_INFORMATION = 0x5f;

/** `GS ( k`: the symbol group of QR codes, and its functions 165, 167, 169, 180 and 181. */
export const QR_GROUP = 0x31;
export const QR_MODEL = 0x41;
export const QR_MODULE_SIZE = 0x43;
export const QR_ERROR_LEVEL = 0x45;
export const QR_STORE = 0x50;
export const QR_PRINT = 0x51;
/** Model 2 of ISO/IEC 18004. */
export const QR_MODEL_2 = 0x32;
/** Error correction level M, 15 %. */
export const QR_LEVEL_M = 0x31;

/** `GS k m`, form B (length byte first). */
export const BARCODE_EAN13 = 0x43;
export const BARCODE_CODE128 = 0x49;
/** Code set B of CODE128 opens its data with `{B`. */
export const CODE128_SET_B = [0x7b, 0x42] as const;

/** `GS V m n`: feed to the blade plus n units, then cut. */
export const CUT_FULL_AFTER_FEED = 0x41;
export const CUT_PARTIAL_AFTER_FEED = 0x42;

/** `GS a n`: report every kind of change. */
export const ASB_ALL = 0xff;

/** First byte of an automatic status: `0xx1xx00`. Answers to `DLE EOT`: `0xx1xx10`. */
export const STATUS_MASK = 0x93;
export const ASB_FIRST = 0x10;
export const REAL_TIME_STATUS = 0x12;

/** Bits of automatic status, byte 1 (and, but for the cover, of `DLE EOT 1`). */
export const STATUS_PIN3_HIGH = 0x04;
export const STATUS_OFFLINE = 0x08;
export const ASB1_COVER_OPEN = 0x20;
/** Bits of automatic status, byte 2. */
export const ASB2_CUTTER_ERROR = 0x08;
/** Recoverable, of the blade, not recoverable, recovering by itself. */
export const ASB2_ERRORS = 0x6c;
/** Bits of automatic status, byte 3, and of the answer to `GS r 1`. */
export const ASB3_NEAR_END = 0x03;
export const ASB3_PAPER_END = 0x0c;
/** Bits of the answers to `DLE EOT` 2, 3 and 4. */
export const EOT2_COVER_OPEN = 0x04;
export const EOT2_PAPER_END = 0x20;
export const EOT2_ERROR = 0x40;
export const EOT3_CUTTER_ERROR = 0x08;
/** As those of automatic status, byte 2. */
export const EOT3_ERRORS = 0x6c;
export const EOT4_NEAR_END = 0x0c;
export const EOT4_PAPER_END = 0x60;
