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

/** Adam: `P CR LF` prints one line. */
export const ADAM_PRINT = [0x50, 0x0d, 0x0a] as const;

/**
 * SMA: `LF W CR` asks; `LF status range mode motion future 10 × weight 3 × unit CR` answers, and
 * `LF ? CR` where a command is not known. Source: SMA SCP-0499, section 5.1.
 */
export const SMA_WEIGH = [0x0a, 0x57, 0x0d] as const;
export const SMA_ANSWER_BYTES = 20;

/**
 * Toledo continuous: `02 SWA SWB SWC 6 × weight 6 × tare 0D check`, check the two's complement of
 * the sum of all before it, in seven bits. Source: Mettler Toledo Wildcat manual, appendix 2; the
 * bits of SWA and SWB as its tables 6-9 and 6-10 are commonly quoted [not read again here].
 */
export const TOLEDO_FRAME_BYTES = 18;
/** Of SWA, bits 0 to 2: 2 is no decimals, 3 one, to 7 five. */
export const TOLEDO_DECIMALS = 0x07;
export const TOLEDO_DECIMALS_NONE = 2;
/** Of SWB. */
export const TOLEDO_NEGATIVE = 0x02;
export const TOLEDO_OVER = 0x04;
export const TOLEDO_MOTION = 0x08;
export const TOLEDO_KILOGRAMS = 0x10;
