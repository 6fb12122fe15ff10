/**
 * Zebra Simple Serial Interface. Constants only.
 *
 * A packet: length, opcode, source, status, data, checksum (two bytes, high first). The length
 * counts all but the checksum, which is the two's complement of the sum of all bytes before it.
 * Source: Zebra SSI guides as read by enioka_scan.
 */
export const SSI_HEADER_LENGTH = 4;
export const SSI_CHECKSUM_LENGTH = 2;

export const SSI_ACK = 0xd0;
export const SSI_NAK = 0xd1;
export const SSI_DECODE_DATA = 0xf3;
export const SSI_EVENT = 0xf6;

/** Commands of the host; the scanner answers each with ACK or NAK. */
export const SSI_AIM_OFF = 0xc4;
export const SSI_AIM_ON = 0xc5;
export const SSI_START_SESSION = 0xe4;
export const SSI_STOP_SESSION = 0xe5;
export const SSI_BEEP = 0xe6;
export const SSI_LED_ON = 0xe7;
export const SSI_LED_OFF = 0xe8;
export const SSI_SCAN_ENABLE = 0xe9;
export const SSI_SCAN_DISABLE = 0xea;

/**
 * Data of `SSI_BEEP`: one short high beep, as for a good read; two long low ones. Source: beep codes
 * in common_defs.h of Zebra's CoreScanner, 0F to 13 being one to five long low beeps. That SSI
 * numbers them alike is unverified.
 */
export const SSI_BEEP_SHORT_HIGH = 0x00;
export const SSI_BEEP_LONG_LOW_TWICE = 0x10;

/** Data of the LED's commands: the decode light. */
export const SSI_LED_DECODE = 0x01;

/** A part of a message that fits no packet; its answer. */
export const SSI_SEGMENT = 0x73;
export const SSI_SEGMENT_ACK = 0x74;

export const SSI_FROM_SCANNER = 0x00;
export const SSI_FROM_HOST = 0x04;

/** Cause of a NAK, its one byte of data: send again. */
export const SSI_NAK_RESEND = 0x01;

/** Status bits. */
export const SSI_RETRANSMITTED = 0x01;
export const SSI_CONTINUED = 0x02;

/**
 * A segment: header, its number from 0, then data. The first begins with the opcode of the message,
 * four bytes of length, code type, one byte unknown, and the length of the label in two bytes.
 * Source: enioka_scan's test vectors for a QR code of 500 characters in three segments.
 */
export const SSI_AT_SEGMENT_NUMBER = 4;
export const SSI_AT_SEGMENT_DATA = 5;
export const SSI_AT_MESSAGE_OPCODE = 5;
export const SSI_AT_MESSAGE_TYPE = 10;
export const SSI_AT_MESSAGE_LENGTH = 12;
export const SSI_AT_MESSAGE_DATA = 14;

/** The host's whole answers: taken; send again. */
export const SSI_ACK_PACKET = [0x04, 0xd0, 0x04, 0x00, 0xff, 0x28] as const;
export const SSI_SEGMENT_ACK_PACKET = [0x04, 0x74, 0x04, 0x00, 0xff, 0x84] as const;
export const SSI_NAK_RESEND_PACKET = [0x05, 0xd1, 0x04, 0x00, 0x01, 0xff, 0x25] as const;
