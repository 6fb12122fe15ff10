/**
 * Cash drawers with a line of their own. Constants only.
 *
 * Sources: Citizen iDP-3551 and trigger box leaflets; IBM 4840 and ACODE manuals; Posiflex
 * posiflex-hidcd README. None has been checked against a device yet.
 */

/** BEL, what trigger boxes ship with; most open on any byte. */
export const DRAWER_TRIGGER = 0x07;

/** IBM 4840-563: `07` opens drawer 1, `06` asks for its switch; `1B` in front means drawer 2. */
export const IBM_4840_OPEN = 0x07;
export const IBM_4840_STATUS = 0x06;
export const IBM_4840_SECOND = 0x1b;

/** ACODE: sent again and again while the drawer is open. */
export const ACODE_OPEN = 0x00;

/** Posiflex HID: reports of 120 bytes on a vendor's page, `[drawer n][command]`. */
export const POSIFLEX_VENDOR = 0x0d3a;
export const POSIFLEX_USAGE_PAGE = 0xffa0;
export const POSIFLEX_REPORT_BYTES = 120;
/** Bit of the answer `(n << 4) | closed`. */
export const POSIFLEX_CLOSED = 0x01;
