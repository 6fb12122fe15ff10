import type { Frame } from "#drivers/printers/back-channel.ts";
import type { Reported } from "#drivers/printers/status.ts";
import { XOFF, XON } from "#drivers/wire/escpos.ts";
import {
  ASB_HEADER,
  ASB_MASK,
  ASB2_EXPANDED,
  ASB3_COVER_OPEN,
  ASB3_DRAWER,
  ASB3_OFFLINE,
  ASB4_CUTTER_ERROR,
  ASB4_ERRORS,
  ASB6_NEAR_END,
  ASB6_PAPER_END,
} from "#drivers/wire/star.ts";

/** The mark of a status whose ETB counter stands at `count`. */
export const countMark = (count: number): string => `count ${count}`;

/** Header, version, and the first status byte: with less nobody could say anything. */
const SHORTEST = 3;

/**
 * The automatic status of Star printers, which also answers the question for it; a head that is too
 * hot or broken is told by its being off line. Source: Star Line Mode Command Specifications, 5.2,
 * "ASB status", "status identification method" and, for networks, 5.2.4.
 */
export function frameStar(unfinished: readonly number[], byte: number): Frame {
  const [header] = unfinished;
  if (byte === XON || byte === XOFF) {
    return { does: "interject", said: { type: "flow", isOn: byte === XON } };
  }
  if (header === undefined) {
    const isHeader = (byte & ASB_MASK) === ASB_HEADER && lengthIn(byte) >= SHORTEST;
    return { does: isHeader ? "wait" : "drop" };
  }
  const status = [...unfinished, byte];
  const size = lengthIn(header);
  if (!belongs(byte, unfinished.length, size)) return { does: "restart" };
  const isExpanded = ((status[1] ?? 0) & ASB2_EXPANDED) !== 0;
  if (status.length < size + (isExpanded ? 2 : 0)) return { does: "wait" };
  const count = status[7];
  return {
    does: "say",
    said: {
      type: "status",
      reported: reportedIn(status),
      mark: count === undefined ? null : countMark(packed(count)),
    },
  };
}

/** Behind a status on a network nothing more follows, because nothing is asked that would. */
function belongs(byte: number, index: number, size: number): boolean {
  if (index >= size) return byte === 0;
  return ((index === 1 ? byte & ~ASB2_EXPANDED : byte) & ASB_MASK) === 0;
}

/** Bytes of a status, its header included. */
const lengthIn = (header: number) => packed(header) & 0x0f;

/** A number in the bits that identification leaves free: 6, 5, 3, 2 and 1. */
function packed(byte: number): number {
  return ((byte >> 1) & 0x07) | ((byte >> 2) & 0x18);
}

function reportedIn([, , printer = 0, error = 0, , paper = 0]: readonly number[]): Reported {
  return {
    isOffline: (printer & ASB3_OFFLINE) !== 0,
    coverOpen: (printer & ASB3_COVER_OPEN) !== 0,
    recEmpty: (paper & ASB6_PAPER_END) !== 0,
    recNearEnd: (paper & ASB6_NEAR_END) !== 0,
    cutterError: (error & ASB4_CUTTER_ERROR) !== 0,
    hasError: (error & ASB4_ERRORS) !== 0,
    pin3: (printer & ASB3_DRAWER) !== 0 ? "high" : "low",
  };
}
