/**
 * Packets of Zebra's simple serial interface: header, data, two bytes of check.
 * Source: Zebra SSI guides; segments as in enioka_scan's test vectors.
 */
import {
  SSI_AT_SEGMENT_DATA,
  SSI_DECODE_DATA,
  SSI_FROM_SCANNER,
  SSI_HEADER_LENGTH,
  SSI_SEGMENT,
} from "#drivers/wire/ssi.ts";

/** The whole packet without its checksum: one byte counts it. */
const PACKET_MAX = 0xff;
/** What the first segment says before the label. */
const FIRST_SEGMENT_HEAD = 14;

/** A packet of the scanner without its checksum, which a repetition changes. */
export const packet = (opcode: number, ...data: readonly number[]): number[] => [
  ...[SSI_HEADER_LENGTH + data.length, opcode, SSI_FROM_SCANNER, 0],
  ...data,
];

/** One packet, or the segments of a label that is longer. */
export function decodePackets(codeType: number, label: readonly number[]): number[][] {
  if (SSI_HEADER_LENGTH + 1 + label.length <= PACKET_MAX) {
    return [packet(SSI_DECODE_DATA, codeType, ...label)];
  }
  const first = PACKET_MAX - FIRST_SEGMENT_HEAD;
  const size = [label.length >> 8, label.length & 0xff];
  const message = [(label.length + 3) >> 8, (label.length + 3) & 0xff];
  const head = [SSI_DECODE_DATA, 0, 0, ...message, codeType, 1, ...size];
  const packets = [[PACKET_MAX, SSI_SEGMENT, 2, 0, 0, ...head, ...label.slice(0, first)]];
  const room = PACKET_MAX - SSI_AT_SEGMENT_DATA;
  for (let at = first; at < label.length; at += room) {
    const part = label.slice(at, at + room);
    packets.push([SSI_AT_SEGMENT_DATA + part.length, SSI_SEGMENT, 0, 0, packets.length, ...part]);
  }
  return packets;
}

/** Two's complement of the sum, high byte first. */
export function checksum(bytes: readonly number[]): readonly number[] {
  const sum = bytes.reduce((all, byte) => all + byte, 0);
  return [(-sum >> 8) & 0xff, -sum & 0xff];
}

export function sealed(bytes: readonly number[]): Uint8Array {
  return Uint8Array.from([...bytes, ...checksum(bytes)]);
}
