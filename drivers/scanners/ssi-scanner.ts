import type { Driver, Output } from "#drivers/driver.ts";
import { FRAME_LIMIT, STALE_AFTER } from "#drivers/framing/terminator-framer.ts";
import { scanSignal } from "#drivers/scanners/scan-signal.ts";
import type { ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import { SsiCommands } from "#drivers/scanners/ssi-commands.ts";
import { ssiType } from "#drivers/scanners/ssi-types.ts";
import {
  SSI_ACK,
  SSI_ACK_PACKET,
  SSI_AT_MESSAGE_DATA,
  SSI_AT_MESSAGE_LENGTH,
  SSI_AT_MESSAGE_OPCODE,
  SSI_AT_MESSAGE_TYPE,
  SSI_AT_SEGMENT_DATA,
  SSI_AT_SEGMENT_NUMBER,
  SSI_CHECKSUM_LENGTH,
  SSI_CONTINUED,
  SSI_DECODE_DATA,
  SSI_EVENT,
  SSI_HEADER_LENGTH,
  SSI_NAK,
  SSI_NAK_RESEND_PACKET,
  SSI_RETRANSMITTED,
  SSI_SEGMENT,
  SSI_SEGMENT_ACK_PACKET,
} from "#drivers/wire/ssi.ts";
import { type Millis, millis } from "#state/base/units.ts";

/**
 * A Zebra scanner set to SSI on a serial line. It repeats what is not acknowledged within about
 * two seconds, so each packet is answered in the step that completes it; a repetition of the
 * packet taken last is answered again and counts once.
 *
 * A label too long for a packet comes as segments with numbers, or as packets with the status bit
 * "continued", by the model's age. Each packet of a continued label is taken to begin with the code
 * type; no capture confirms it.
 */
export class SsiScanner implements Driver<ScannerCommand, ScannerSignal> {
  readonly #commands = new SsiCommands();
  #buffer: number[] = [];
  /** Data of the packets before in a continued label. */
  #joined: number[] = [];
  /** A label that comes in segments; null between two of them. */
  #segments: Segments | null = null;
  /** What the packet taken last was, to know its repetition; null when one was lost since. */
  #taken: string | null = null;
  /** When what has come of a packet or a label is given up. */
  #staleAt: Millis | null = null;

  get deadline(): Millis | null {
    const due = [this.#staleAt, this.#commands.deadline].filter((at) => at !== null);
    return due.length === 0 ? null : millis(Math.min(...due));
  }

  open(_now: Millis): Output<ScannerSignal> {
    this.#abandon();
    this.#commands.forget();
    this.#taken = null;
    return { writes: [], signals: [] };
  }

  receive(bytes: Uint8Array, now: Millis): Output<ScannerSignal> {
    const output = new Gathered(this.wake(now));
    for (const byte of bytes) {
      this.#buffer.push(byte);
      this.#cut(output, now);
    }
    if (this.#pendingBytes === 0) this.#staleAt = null;
    // A further packet of a label is acknowledged first, so it may take its time.
    else if (bytes.length > 0) this.#staleAt = millis(now + this.#patience());
    return output;
  }

  obey(command: ScannerCommand, now: Millis): Output<ScannerSignal> {
    return { writes: this.#commands.give(command, now), signals: [] };
  }

  wake(now: Millis): Output<ScannerSignal> {
    const isStale = this.#staleAt !== null && now >= this.#staleAt;
    return { writes: this.#commands.wake(now), signals: isStale ? this.#abandon() : [] };
  }

  close(_now: Millis): Output<ScannerSignal> {
    this.#commands.forget();
    return { writes: [], signals: this.#abandon() };
  }

  get #pendingBytes(): number {
    return this.#buffer.length + this.#joined.length + (this.#segments?.data.length ?? 0);
  }

  #patience(): number {
    return this.#joined.length > 0 || this.#segments !== null ? 10 * STALE_AFTER : STALE_AFTER;
  }

  /** Takes the packet that the last byte completed, if it did. */
  #cut(output: Gathered, now: Millis): void {
    const length = this.#buffer[0] ?? 0;
    if (length < SSI_HEADER_LENGTH) {
      this.#buffer = [];
      this.#taken = null;
      output.noise("unknown-report", 1);
      return;
    }
    if (this.#buffer.length < length + SSI_CHECKSUM_LENGTH) return;
    const packet = this.#buffer;
    this.#buffer = [];
    if (hasRightChecksum(packet)) {
      this.#take(packet.slice(0, length), output, now);
      return;
    }
    this.#doubt(packet);
    output.writes.push(Uint8Array.from(SSI_NAK_RESEND_PACKET));
    output.noise("bad-checksum", packet.length);
  }

  #take(packet: readonly number[], output: Gathered, now: Millis): void {
    const [, opcode = 0, , status = 0] = packet;
    if (opcode === SSI_ACK || opcode === SSI_NAK) {
      const isTaken = opcode === SSI_ACK;
      output.writes.push(...this.#commands.answered(isTaken, packet[SSI_HEADER_LENGTH], now));
      return;
    }
    if (opcode === SSI_SEGMENT) {
      this.#takeSegment(packet, output);
      return;
    }
    const isScan = opcode === SSI_DECODE_DATA && packet.length > SSI_HEADER_LENGTH + 1;
    if (!isScan && opcode !== SSI_EVENT) {
      output.noise("unknown-report", packet.length);
      return;
    }
    output.writes.push(Uint8Array.from(SSI_ACK_PACKET));
    if (!isScan) return;
    const data = packet.slice(SSI_HEADER_LENGTH);
    const identity = `${status & SSI_CONTINUED} ${data.join(" ")}`;
    if ((status & SSI_RETRANSMITTED) !== 0 && identity === this.#taken) return;
    this.#taken = identity;
    this.#join(data, (status & SSI_CONTINUED) !== 0, output);
  }

  /** Each is answered with its own kind of ACK, the last one of a label as a whole label is. */
  #takeSegment(packet: readonly number[], output: Gathered): void {
    const number = packet[SSI_AT_SEGMENT_NUMBER] ?? 0;
    const begun = number === 0 ? beginning(packet) : this.#segments;
    const identity = `segment ${packet.join(" ")}`;
    if (begun === null && identity === this.#taken) {
      output.writes.push(Uint8Array.from(SSI_ACK_PACKET));
      return;
    }
    if (begun === null || number > begun.next) {
      // One in between was lost: what is left of this label is no label.
      output.writes.push(Uint8Array.from(SSI_SEGMENT_ACK_PACKET));
      output.noise("stale-fragment", packet.length + (this.#segments?.data.length ?? 0));
      this.#segments = null;
      return;
    }
    const isRepeated = number < begun.next;
    const data = packet.slice(number === 0 ? SSI_AT_MESSAGE_DATA : SSI_AT_SEGMENT_DATA);
    if (!isRepeated) begun.data.push(...data);
    begun.next = Math.max(begun.next, number + 1);
    const isWhole = begun.data.length >= begun.length;
    this.#segments = isWhole ? null : begun;
    output.writes.push(Uint8Array.from(isWhole ? SSI_ACK_PACKET : SSI_SEGMENT_ACK_PACKET));
    if (!isWhole) return;
    this.#taken = identity;
    this.#joined = [];
    this.#join([begun.type, ...begun.data.slice(0, begun.length)], false, output);
  }

  #join([type = 0, ...text]: readonly number[], goesOn: boolean, output: Gathered): void {
    const joined = [...this.#joined, ...text];
    this.#joined = [];
    if (joined.length > FRAME_LIMIT) {
      output.noise("too-long", joined.length);
    } else if (goesOn) {
      this.#joined = joined;
    } else {
      const signal = scanSignal(Uint8Array.from(joined), (aimType) => ssiType(type) ?? aimType);
      output.signals.push(signal);
    }
  }

  /**
   * A hurt packet may be a new label or a repetition of the one that was taken. Its status bit is
   * most likely whole; where it says repetition, what comes next is still the one that was taken.
   */
  #doubt([, , , status = 0]: readonly number[]): void {
    if ((status & SSI_RETRANSMITTED) === 0) this.#taken = null;
  }

  #abandon(): readonly ScannerSignal[] {
    const bytesDropped = this.#pendingBytes;
    this.#doubt(this.#buffer);
    this.#segments = null;
    this.#buffer = [];
    this.#joined = [];
    this.#staleAt = null;
    return bytesDropped === 0
      ? []
      : [{ type: "ScanNoise", reason: "stale-fragment", bytesDropped }];
  }
}

interface Segments {
  readonly type: number;
  /** Of the whole label, in bytes. */
  readonly length: number;
  readonly data: number[];
  /** Number of the segment that comes next. */
  next: number;
}

/** @returns null when the first segment does not begin a label */
function beginning(packet: readonly number[]): Segments | null {
  const length =
    256 * (packet[SSI_AT_MESSAGE_LENGTH] ?? 0) + (packet[SSI_AT_MESSAGE_LENGTH + 1] ?? 0);
  if (packet[SSI_AT_MESSAGE_OPCODE] !== SSI_DECODE_DATA || length === 0) return null;
  return { type: packet[SSI_AT_MESSAGE_TYPE] ?? 0, length, data: [], next: 0 };
}

class Gathered implements Output<ScannerSignal> {
  readonly writes: Uint8Array[];
  readonly signals: ScannerSignal[];

  constructor({ writes, signals }: Output<ScannerSignal>) {
    this.writes = [...writes];
    this.signals = [...signals];
  }

  noise(
    reason: "bad-checksum" | "stale-fragment" | "too-long" | "unknown-report",
    bytesDropped: number,
  ): void {
    this.signals.push({ type: "ScanNoise", reason, bytesDropped });
  }
}

/** All bytes and the checksum make a multiple of 65536. */
function hasRightChecksum(packet: readonly number[]): boolean {
  const body = packet.slice(0, -SSI_CHECKSUM_LENGTH).reduce((sum, byte) => sum + byte, 0);
  const [high = 0, low = 0] = packet.slice(-SSI_CHECKSUM_LENGTH);
  return ((body + high * 256 + low) & 0xffff) === 0;
}
