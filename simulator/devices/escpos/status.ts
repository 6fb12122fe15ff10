import { bit, type Condition, hasError, isOnline } from "../printing/condition.ts";

/**
 * The bytes that tell the printer's condition, all computed from one value, so that the three ways
 * of asking can never contradict each other.
 *
 * Source: "transmission status identification" tables of the TM-T88III and TM-T20II manuals; rows
 * ready to off-line as emupos and CrossEscPosEmulator give them.
 */

function isAutoRecoverable(c: Condition): boolean {
  return c.head === "hot" || c.wasCoverOpenedPrinting;
}

/**
 * What a receipt printer lacks and answers for all the same: the slip station and its validation
 * (5, 6: no sheet at either sensor), ink (7), a label peeler (8), an extended interface (18).
 * A guess: real ones without them ignore the question.
 */
export const lackingStatus = (n: number): number => (n === 5 || n === 6 ? 0x72 : 0x12);

/** The answer to `DLE EOT n`: `0xx1xx10`. */
export function realTimeStatus(n: 1 | 2 | 3 | 4, c: Condition): number {
  const isOut = c.paper === "out";
  const isNearEnd = c.paper !== "ok";
  switch (n) {
    case 1:
      return (
        0x12 | bit(2, c.drawerLevel === "high") | bit(3, !isOnline(c)) | bit(5, c.waitsForButton)
      );
    case 2:
      return (
        0x12 |
        bit(2, c.cover === "open") |
        bit(3, c.feedButton === "held") |
        bit(5, isOut) |
        bit(6, hasError(c))
      );
    case 3:
      return (
        0x12 | bit(3, c.hasCutterError) | bit(5, c.head === "dead") | bit(6, isAutoRecoverable(c))
      );
    case 4:
      return 0x12 | (isNearEnd ? 0x0c : 0) | (isOut ? 0x60 : 0);
  }
}

/** The four bytes of automatic status back, `GS a`. */
export function statusBlock(c: Condition): Uint8Array {
  const first =
    0x10 |
    bit(2, c.drawerLevel === "high") |
    bit(3, !isOnline(c)) |
    bit(5, c.cover === "open") |
    bit(6, c.feedButton === "held");
  const second =
    bit(0, c.waitsForButton) |
    bit(3, c.hasCutterError) |
    bit(5, c.head === "dead") |
    bit(6, isAutoRecoverable(c));
  return Uint8Array.of(first, second, paperBits(c), 0);
}

/** The bits of the block that each bit of `GS a n` watches. */
export function watchedBits(n: number): readonly [number, number, number] {
  const first = (n & 1 ? 0x04 : 0) | (n & 2 ? 0x28 : 0) | (n & 0x40 ? 0x40 : 0);
  return [first, n & 4 ? 0x6c : 0, n & 8 ? 0x0f : 0];
}

/** The answer to `GS r 1`: `0xx0xxxx`, bits 0-1 near end, bits 2-3 end. */
export function paperBits(c: Condition): number {
  return (c.paper !== "ok" ? 0x03 : 0) | (c.paper === "out" ? 0x0c : 0);
}

/** Extended automatic status has nothing to tell here: header and NUL (`DLE DC4 7 2`). */
export const extendedBlock = (): Uint8Array => Uint8Array.of(0x39, 0x00);

/**
 * On mains, and full: `37 45`, power source, remaining amount, NUL.
 *
 * Source: Epson TM-P60 programming guide, DLE DC4 function 7.
 */
export const batteryBlock = (): Uint8Array => Uint8Array.of(0x37, 0x45, 0x30, 0x34, 0x00);

/** Why a printer has stopped, as `GS ( H` function 49 counts causes: never the feed button. */
export function offlineCause(c: Condition): number {
  return (
    bit(0, c.cover === "open") |
    bit(1, c.paper === "out") |
    bit(2, isAutoRecoverable(c)) |
    bit(3, c.hasCutterError) |
    bit(4, c.head === "dead")
  );
}

/**
 * `37 23`, the cause from 40h on, NUL. Which bit means which cause differs by model; these are a
 * guess.
 *
 * Source: Epson ESC/POS command reference, GS ( H function 49.
 */
export function offlineBlock(c: Condition, tellsCause: boolean): Uint8Array {
  const cause = tellsCause ? [0x40 | offlineCause(c)] : [];
  return Uint8Array.of(0x37, 0x23, ...cause, 0x00);
}

/** Memory switch 1-1: the host hears that the power came on. Source: GS ( E function 3. */
export const powerOnNotice = (): Uint8Array => Uint8Array.of(0x3b, 0x31, 0x00);
