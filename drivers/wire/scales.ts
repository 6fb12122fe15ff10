/**
 * Scales on a serial line. Constants only.
 *
 * Sources: 8217 command tables in the Brecknell 67xx and Ohaus Aviator 7000 documents; CAS AP-1 and
 * CAS PDS documents; Chinese indicators' continuous form.
 */

/** Toledo `W`: answered by `02 ddd.dd 0D`, or by `02 3F status 0D` when there is no weight. */
export const TOLEDO_WEIGH = 0x57;
export const TOLEDO_STATUS = 0x3f;
export const TOLEDO_IN_MOTION = 0x01;
export const TOLEDO_OUT_OF_RANGE = 0x02;
export const TOLEDO_UNDER_ZERO = 0x04;

/** CAS: `05`, answered by `06`, or `15` when busy; then `11`, answered by the weight. */
export const CAS_ENQ = 0x05;
export const CAS_ACK = 0x06;
export const CAS_NAK = 0x15;
export const CAS_SEND = 0x11;
/** `01 02 sta sign 6 × weight 2 × unit bcc 03 04`. */
export const CAS_START = [0x01, 0x02] as const;
export const CAS_END = [0x03, 0x04] as const;
export const CAS_FRAME_BYTES = 15;
