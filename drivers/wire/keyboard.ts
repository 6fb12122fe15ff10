/**
 * USB boot keyboards. Constants only.
 *
 * Sources: HID 1.11, appendix B.1 (the report); HID usage tables, page 07.
 */

/** `[modifiers][00][six keys]`; one that numbers its reports puts the number before it. */
export const BOOT_REPORT_LENGTH = 8;
export const AT_MODIFIERS = 0;
export const AT_KEYS = 2;

export const LEFT_CTRL = 0x01;
export const LEFT_SHIFT = 0x02;
export const LEFT_ALT = 0x04;
export const RIGHT_CTRL = 0x10;
export const RIGHT_SHIFT = 0x20;
export const RIGHT_ALT = 0x40;

/** In all six places: more keys are down than fit. */
export const ERROR_ROLL_OVER = 0x01;
export const KEY_A = 0x04;
export const KEY_Z = 0x1d;
export const KEY_1 = 0x1e;
export const KEY_6 = 0x23;
export const KEY_ENTER = 0x28;
export const KEY_TAB = 0x2b;
export const KEY_SPACE = 0x2c;
export const KEY_MINUS = 0x2d;
export const KEY_LEFT_BRACKET = 0x2f;
export const KEY_RIGHT_BRACKET = 0x30;
export const KEY_BACKSLASH = 0x31;
export const KEY_NON_US_HASH = 0x32;
export const KEY_CAPS_LOCK = 0x39;
export const KEY_SCROLL_LOCK = 0x47;
export const KEY_NUM_LOCK = 0x53;
export const KEYPAD_SLASH = 0x54;
export const KEYPAD_ENTER = 0x58;
export const KEYPAD_1 = 0x59;
export const KEYPAD_0 = 0x62;
export const KEYPAD_DOT = 0x63;
export const KEY_NON_US_BACKSLASH = 0x64;
