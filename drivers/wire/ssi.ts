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

export const SSI_FROM_SCANNER = 0x00;
export const SSI_FROM_HOST = 0x04;

/** Status bits. */
export const SSI_RETRANSMITTED = 0x01;
export const SSI_CONTINUED = 0x02;

/** The host's whole answers: taken; send again. */
export const SSI_ACK_PACKET = [0x04, 0xd0, 0x04, 0x00, 0xff, 0x28] as const;
export const SSI_NAK_RESEND_PACKET = [0x05, 0xd1, 0x04, 0x00, 0x01, 0xff, 0x25] as const;
