/**
 * Toledo 8217 scales. Constants only. Line: 9600 baud, 7 data bits, even parity, 1 stop bit.
 *
 * Source: 8217 command tables in the Brecknell 67xx and Ohaus Aviator 7000 documents.
 */

/** `W`: answered by `02 ddd.dd 0D`, or by `02 3F status 0D` when there is no weight to give. */
export const TOLEDO_WEIGH = 0x57;
export const TOLEDO_STATUS = 0x3f;

export const TOLEDO_IN_MOTION = 0x01;
export const TOLEDO_OUT_OF_RANGE = 0x02;
export const TOLEDO_UNDER_ZERO = 0x04;
