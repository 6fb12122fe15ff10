/**
 * HID-POS bar code scanners: usage page 8C, usage 02. Constants only.
 *
 * Sources: hid-usage-tables 008c; Access-IS LSR118/ATR110, Newland FM420/FM30 and Quio QU-R-302
 * manuals; python_hon_usbhid README (Honeywell capture); USB HID 1.11, 7.2.2 (report types).
 */
export const USAGE_PAGE_SCANNER = 0x8c;
export const USAGE_SCANNER = 0x02;

/** What a HID link is told before each report it is to send: `[type, report id, …data]`. */
export const REPORT_TYPE_OUTPUT = 0x02;
export const REPORT_TYPE_FEATURE = 0x03;

export const REPORT_LENGTH = 64;
export const REPORT_ID_SCANNED_DATA = 0x02;
export const REPORT_ID_HONEYWELL_ENABLE = 0xfe;
export const HONEYWELL_ENABLE = 0x01;

/** Of an enabled scanner: silent again. [unverified: the manuals show 01 only] */
export const HONEYWELL_DISABLE = 0x00;

/**
 * Commands from the host: an output report `[id, length, …]`. Honeywell's are those of its serial
 * line, `16 xx 0D`; Newland's are 7E frames with their CRC, as its manual prints them.
 */
export const REPORT_ID_HONEYWELL_COMMAND = 0xfd;
export const HONEYWELL_TRIGGER: readonly number[] = [0x16, 0x54, 0x0d];
export const HONEYWELL_UNTRIGGER: readonly number[] = [0x16, 0x55, 0x0d];
export const HONEYWELL_BEEP: readonly number[] = [0x16, 0x07, 0x0d];
export const REPORT_ID_NEWLAND_COMMAND = 0x04;
export const NEWLAND_TRIGGER: readonly number[] = [
  ...[0x7e, 0x00, 0x08, 0x01, 0x00, 0x02, 0x01, 0x02, 0xda],
];
export const NEWLAND_UNTRIGGER: readonly number[] = [
  ...[0x7e, 0x00, 0x08, 0x01, 0x00, 0x02, 0x02, 0x32, 0xb9],
];

/** Indexes into a report, its id being index 0. */
export const AT_LENGTH = 1;
export const AT_AIM = 2;
export const AT_DATA_BEHIND_AIM = 5;
export const AT_DATA_BARE = 2;
export const AT_VENDOR_LETTER = 61;
export const AT_FLAGS = 63;

export const DATA_LENGTH_MAX = 56;
/** Flag: the label goes on in the next report. */
export const CONTINUED = 0x01;

export const VENDOR_HONEYWELL = 0x0c2e;
export const VENDOR_YOUJIE = 0x23d0;
export const VENDOR_NEWLAND = 0x1eab;
