/**
 * Customer displays on a serial line. Constants only.
 *
 * Sources: CD5220 command set as in Partner and POS-X manuals; Epson DM-D command set; LED8N manual
 * and vendor sources for the light dialects. None has been checked against a device yet.
 */

/** CD5220 string mode: `1B 51 41 text 0D` writes the upper line, `42` the lower. */
export const CD5220_STRING = 0x51; // behind ESC
export const CD5220_UPPER = 0x41;
export const CD5220_LOWER = 0x42;

/** Epson DM-D: `1F 24 x y` puts the cursor, 1-based. */
export const DMD_PREFIX = 0x1f;
export const DMD_POSITION = 0x24;

/** Clears the whole display; in CD5220 it also ends string mode. */
export const DISPLAY_CLEAR = 0x0c;
/** LED8 lights: `1B 73 n`. */
export const LED8_LIGHT = 0x73;
/** `n` of `1B 73 n`: off, unit price, total, received, change, as ASCII digits. */
export const LED8_LIGHTS_ASCII = [0x30, 0x31, 0x32, 0x33, 0x34] as const;
/** LED8N: `02 4C d1 d2 d3 d4`, one ASCII 0 or 1 a light. */
export const LED8N_LIGHTS = 0x4c;

export const DISPLAY_COLUMNS = 20;
/** Digits of an LED8; points stand between digits and take no place. */
export const LED8_DIGITS = 8;

/** `1B 3D n`, said to a printer with a display behind it: who listens to what follows. */
export const ESC_SELECT = 0x3d;
export const SELECT_PRINTER = 0x01;
export const SELECT_DISPLAY = 0x02;
