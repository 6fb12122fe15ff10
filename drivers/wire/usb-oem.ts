/**
 * USB-OEM bar code scanners, the interface of IBM 46xx tills. Constants only.
 *
 * Sources: datalogic/androidPOS-core (`DLSUSBScanner`, `DLSOEMPort`, `DLSJposConst`) for commands,
 * statuses and usages; androidPOS-config `labelIds.csv` for identifiers; for the usage page and for
 * `10 03 00` before a label three readings of Zebra scanners, among them pteich/usbsymbolreader's
 * `code_test.go`. Reports have no numbers.
 */
export const OEM_USAGE_PAGE = 0xff45;
export const OEM_TABLE_SCANNER = 0x4a00;
export const OEM_HAND_SCANNER = 0x4b00;

/** What a host sends, unused bytes zero: SET_REPORT with `wValue` 0200, output report 0. */
export const OEM_COMMAND_LENGTH = 11;
export const OEM_ENABLE: readonly number[] = [0x11];
export const OEM_DISABLE: readonly number[] = [0x12];
/** Of a good read, on and off until the power goes. */
export const OEM_BEEPER_ON: readonly number[] = [0x14];
export const OEM_BEEPER_OFF: readonly number[] = [0x18];
export const OEM_SELF_TEST: readonly number[] = [0x00, 0x10];
export const OEM_STATUS: readonly number[] = [0x00, 0x20];
export const OEM_RESET: readonly number[] = [0x00, 0x40];
export const OEM_CONFIGURE = 0x20;
export const OEM_REPORT_CONFIGURATION: readonly number[] = [0x21];
/** Direct I/O is each maker's own; these are Datalogic's. [unverified on others] */
export const OEM_DIRECT_IO = 0x30;
export const OEM_BEEP_GOOD: readonly number[] = [OEM_DIRECT_IO, 0x00, 0x04];
export const OEM_BEEP_ERROR: readonly number[] = [OEM_DIRECT_IO, 0x00, 0x05];
export const OEM_BEEP_NOT_ON_FILE: readonly number[] = [OEM_DIRECT_IO, 0x00, 0x06];

/** What a scanner sends: its length with these four bytes, three of status, and data. */
export const OEM_REPORT_LENGTH = 64;
export const OEM_AT_LENGTH = 0;
export const OEM_AT_STATUS = 1;
export const OEM_AT_DATA = 4;

/** First status byte. */
export const OEM_FLASHING = 0x01;
export const OEM_CONFIGURATION_DATA = 0x02;
export const OEM_EAN_CONFIGURATION_DATA = 0x04;
/** Set with every label that was captured; no document names it, so nothing depends on it. */
export const OEM_LABEL_DATA = 0x10;
export const OEM_HARDWARE_ERROR = 0x20;
export const OEM_DIRECT_IO_DATA = 0x40;
export const OEM_NOT_READY = 0x80;

/** Second status byte. */
export const OEM_ALIVE = 0x01;
export const OEM_ENABLED = 0x02;
export const OEM_CHECK_DIGIT_ERROR = 0x04;
export const OEM_REJECTED = 0x80;

/** Third status byte: what became of a command. */
export const OEM_CONFIGURED = 0x01;
export const OEM_CONFIGURATION_COERCED = 0x02;
export const OEM_EAN_CONFIGURED = 0x04;
export const OEM_DIRECT_IO_DONE = 0x08;
export const OEM_DIRECT_IO_NOT_ALLOWED = 0x10;
export const OEM_DIRECT_IO_UNDEFINED = 0x20;

/**
 * The last byte of a label tells how long its identifier is: this one ends one of three bytes, zero
 * one of four, and any other is an identifier by itself.
 */
export const OEM_ENDS_THREE = 0x0b;
export const OEM_ENDS_FOUR = 0x00;
/** Bit of the first byte of a long identifier: the label goes on in the next report. */
export const OEM_CONTINUED = 0x10;

/** Identifiers of one byte. */
export const OEM_UPC_E = 0x0a;
export const OEM_EAN_8 = 0x0c;
export const OEM_UPC_A = 0x0d;
export const OEM_EAN_13 = 0x16;

/** The middle one of three: `00 xx 0B`. A number behind a name: digits of the supplement. */
export const OEM_CODE_39 = 0x0a;
export const OEM_2_OF_5 = 0x0c;
export const OEM_ITF = 0x0d;
export const OEM_CODABAR = 0x0e;
export const OEM_UPC_A_5 = 0x11;
export const OEM_UPC_E_2 = 0x12;
export const OEM_EAN_13_2 = 0x13;
export const OEM_UPC_E_5 = 0x14;
export const OEM_EAN_13_5 = 0x15;
export const OEM_UPC_A_2 = 0x16;
export const OEM_EAN_8_2 = 0x17;
export const OEM_CODE_128 = 0x18;
export const OEM_CODE_93 = 0x19;
export const OEM_EAN_8_5 = 0x1d;
export const OEM_UPC_A_COMPOSITE = 0x20;
export const OEM_UPC_E_COMPOSITE = 0x21;
export const OEM_EAN_8_COMPOSITE = 0x22;
export const OEM_EAN_13_COMPOSITE = 0x23;
export const OEM_GS1_128 = 0x25;
export const OEM_DATABAR = 0x2a;
export const OEM_DATABAR_EXPANDED = 0x2b;
export const OEM_PDF417 = 0x2e;
export const OEM_MAXICODE = 0x2f;
export const OEM_OCR_A = 0x30;
export const OEM_OCR_B = 0x31;
export const OEM_DATA_MATRIX = 0x32;
export const OEM_QR = 0x33;
export const OEM_AZTEC = 0x34;
export const OEM_CODE_49 = 0x35;
export const OEM_GS1_DATA_MATRIX = 0x36;
export const OEM_GS1_QR = 0x37;
export const OEM_MICRO_PDF417 = 0x38;

export const VENDOR_ZEBRA = 0x05e0;
export const VENDOR_DATALOGIC = 0x05f9;
