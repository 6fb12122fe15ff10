/**
 * UnifiedPOS 1.16: states, error codes, events, and what printers, drawers, displays and scales
 * report. Constants only; names without the prefix that each language binding adds.
 *
 * Sources: JposConst.java, POSPrinterConst.java, CashDrawerConst.java, LineDisplayConst.java and
 * ScaleConst.java of javapos-contracts. Scanner's bar code types stand in `upos-scanner.ts`.
 */

/** DeviceServiceVersion of 1.16: major times a million, minor times a thousand, build. */
export const SERVICE_VERSION = 1_016_000;

/** State. */
export const STATE = { S_CLOSED: 1, S_IDLE: 2, S_BUSY: 3, S_ERROR: 4 } as const;

/** ErrorCode, of a call and of an ErrorEvent. */
export const ERROR_CODE = {
  SUCCESS: 0,
  E_CLOSED: 101,
  E_CLAIMED: 102,
  E_NOTCLAIMED: 103,
  E_NOSERVICE: 104,
  E_DISABLED: 105,
  E_ILLEGAL: 106,
  E_NOHARDWARE: 107,
  E_OFFLINE: 108,
  E_NOEXIST: 109,
  E_EXISTS: 110,
  E_FAILURE: 111,
  E_TIMEOUT: 112,
  E_BUSY: 113,
  E_EXTENDED: 114,
  E_DEPRECATED: 115,
} as const;

/** ErrorCodeExtended that every class knows; a class's own begin at 201. */
export const COMMON_EXTENDED = {
  ESTATS_ERROR: 280,
  EFIRMWARE_BAD_FILE: 281,
  ESTATS_DEPENDENCY: 282,
} as const;

/** `claim` waits for ever. Any other negative time is illegal. */
export const FOREVER = -1;

/** CapPowerReporting: `STANDARD` cannot tell switched off from off line. */
export const POWER_REPORTING = { PR_NONE: 0, PR_STANDARD: 1, PR_ADVANCED: 2 } as const;
export const POWER_NOTIFY = { PN_DISABLED: 0, PN_ENABLED: 1 } as const;
export const POWER_STATE = {
  PS_UNKNOWN: 2000,
  PS_ONLINE: 2001,
  PS_OFF: 2002,
  PS_OFFLINE: 2003,
  PS_OFF_OFFLINE: 2004,
} as const;

/** Levels of `checkHealth`. */
export const CHECK_HEALTH = { CH_INTERNAL: 1, CH_EXTERNAL: 2, CH_INTERACTIVE: 3 } as const;

/** ErrorLocus and ErrorResponse of an ErrorEvent. */
export const ERROR_LOCUS = { EL_OUTPUT: 1, EL_INPUT: 2, EL_INPUT_DATA: 3 } as const;
export const ERROR_RESPONSE = { ER_RETRY: 11, ER_CLEAR: 12, ER_CONTINUEINPUT: 13 } as const;

/** Status of a StatusUpdateEvent that every class knows. */
export const COMMON_STATUS = {
  SUE_POWER_ONLINE: 2001,
  SUE_POWER_OFF: 2002,
  SUE_POWER_OFFLINE: 2003,
  SUE_POWER_OFF_OFFLINE: 2004,
  SUE_UF_PROGRESS: 2100,
  SUE_UF_COMPLETE: 2200,
} as const;

export const PRINTER_STATUS = {
  PTR_SUE_COVER_OPEN: 11,
  PTR_SUE_COVER_OK: 12,
  PTR_SUE_JRN_EMPTY: 21,
  PTR_SUE_JRN_NEAREMPTY: 22,
  PTR_SUE_JRN_PAPEROK: 23,
  PTR_SUE_REC_EMPTY: 24,
  PTR_SUE_REC_NEAREMPTY: 25,
  PTR_SUE_REC_PAPEROK: 26,
  PTR_SUE_SLP_EMPTY: 27,
  PTR_SUE_SLP_NEAREMPTY: 28,
  PTR_SUE_SLP_PAPEROK: 29,
  PTR_SUE_JRN_COVER_OPEN: 60,
  PTR_SUE_JRN_COVER_OK: 61,
  PTR_SUE_REC_COVER_OPEN: 62,
  PTR_SUE_REC_COVER_OK: 63,
  PTR_SUE_SLP_COVER_OPEN: 64,
  PTR_SUE_SLP_COVER_OK: 65,
  PTR_SUE_IDLE: 1001,
} as const;

/** 208 to 216 are about cartridges. */
export const PRINTER_EXTENDED = {
  EPTR_COVER_OPEN: 201,
  EPTR_JRN_EMPTY: 202,
  EPTR_REC_EMPTY: 203,
  EPTR_SLP_EMPTY: 204,
  EPTR_SLP_FORM: 205,
  EPTR_TOOBIG: 206,
  EPTR_BADFORMAT: 207,
} as const;

/** Station and ErrorLevel, which with ErrorString accompany a printer's ErrorEvent. */
export const PRINTER_STATION = { PTR_S_JOURNAL: 1, PTR_S_RECEIPT: 2, PTR_S_SLIP: 4 } as const;
export const PRINTER_ERROR_LEVEL = {
  PTR_EL_NONE: 1,
  PTR_EL_RECOVERABLE: 2,
  PTR_EL_FATAL: 3,
} as const;

/** Symbologies of `printBarCode`. */
export const PRINTER_BAR_CODE = {
  PTR_BCS_UPCA: 101,
  PTR_BCS_UPCE: 102,
  PTR_BCS_EAN8: 103,
  PTR_BCS_EAN13: 104,
  PTR_BCS_TF: 105,
  PTR_BCS_ITF: 106,
  PTR_BCS_Codabar: 107,
  PTR_BCS_Code39: 108,
  PTR_BCS_Code93: 109,
  PTR_BCS_Code128: 110,
  PTR_BCS_GS1128: 120,
  PTR_BCS_Code128_Parsed: 123,
  PTR_BCS_DotCode: 124,
  PTR_BCS_HANXIN: 125,
  PTR_BCS_GS1DATABAR: 131,
  PTR_BCS_GS1DATABAR_E: 132,
  PTR_BCS_GS1DATABAR_S: 133,
  PTR_BCS_GS1DATABAR_E_S: 134,
  PTR_BCS_PDF417: 201,
  PTR_BCS_MAXICODE: 202,
  PTR_BCS_DATAMATRIX: 203,
  PTR_BCS_QRCODE: 204,
  PTR_BCS_UQRCODE: 205,
  PTR_BCS_AZTEC: 206,
  PTR_BCS_UPDF417: 207,
  PTR_BCS_GS1DATAMATRIX: 208,
  PTR_BCS_OTHER: 501,
} as const;

export const DRAWER_STATUS = { CASH_SUE_DRAWERCLOSED: 0, CASH_SUE_DRAWEROPEN: 1 } as const;

export const DISPLAY_EXTENDED = { EDISP_TOOBIG: 201, EDISP_BADFORMAT: 202 } as const;

export const SCALE_STATUS = {
  SCAL_SUE_STABLE_WEIGHT: 11,
  SCAL_SUE_WEIGHT_UNSTABLE: 12,
  SCAL_SUE_WEIGHT_ZERO: 13,
  SCAL_SUE_WEIGHT_OVERWEIGHT: 14,
  SCAL_SUE_NOT_READY: 15,
  SCAL_SUE_WEIGHT_UNDER_ZERO: 16,
  SCAL_SUE_WEIGHT_UNDERWEIGHT: 17,
} as const;

/** StatusNotify. */
export const SCALE_NOTIFY = { SCAL_SN_DISABLED: 1, SCAL_SN_ENABLED: 2 } as const;

export const SCALE_EXTENDED = {
  ESCAL_OVERWEIGHT: 201,
  ESCAL_UNDER_ZERO: 202,
  ESCAL_SAME_WEIGHT: 203,
  ESCAL_UNDERWEIGHT: 204,
} as const;
