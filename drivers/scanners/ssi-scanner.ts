import type { Driver, Output } from "#drivers/driver.ts";
import { FRAME_LIMIT, STALE_AFTER } from "#drivers/framing/terminator-framer.ts";
import { scanSignal } from "#drivers/scanners/scan-signal.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { ssiType } from "#drivers/scanners/ssi-types.ts";
import {
  SSI_ACK,
  SSI_ACK_PACKET,
  SSI_CHECKSUM_LENGTH,
  SSI_CONTINUED,
  SSI_DECODE_DATA,
  SSI_EVENT,
  SSI_HEADER_LENGTH,
  SSI_NAK,
  SSI_NAK_RESEND_PACKET,
  SSI_RETRANSMITTED,
} from "#drivers/wire/ssi.ts";
import { type Millis, millis } from "#state/base/units.ts";

/**
 * A Zebra scanner set to SSI on a serial line. It repeats what is not acknowledged within about
 * two seconds, so each packet is answered in the step that completes it; a repetition of the
 * packet taken last is answered again and counts once.
 *
 * Each packet of a continued label is taken to begin with the code type; no capture confirms it.
 */
export class SsiScanner implements Driver<never, ScannerSignal> {
  #buffer: number[] = [];
  /** Data of the packets before in a continued label. */
  #joined: number[] = [];
  /** What the packet taken last was, to know its repetition; null when one was lost since. */
  #taken: string | null = null;
  #deadline: Millis | null = null;

  get deadline(): Millis | null {
    return this.#deadline;
  }

  open(_now: Millis): Output<ScannerSignal> {
    this.#abandon();
    return { writes: [], signals: [] };
  }

  receive(bytes: Uint8Array, now: Millis): Output<ScannerSignal> {
    const output = new Gathered(this.wake(now).signals);
    for (const byte of bytes) {
      this.#buffer.push(byte);
      this.#cut(output);
    }
    if (this.#buffer.length + this.#joined.length === 0) this.#deadline = null;
    // A further packet of a label is acknowledged first, so it may take its time.
    else if (bytes.length > 0) this.#deadline = millis(now + this.#patience());
    return output;
  }

  obey(_command: never, _now: Millis): Output<ScannerSignal> {
    return { writes: [], signals: [] };
  }

  wake(now: Millis): Output<ScannerSignal> {
    const isDue = this.#deadline !== null && now >= this.#deadline;
    return { writes: [], signals: isDue ? this.#abandon() : [] };
  }

  close(_now: Millis): Output<ScannerSignal> {
    return { writes: [], signals: this.#abandon() };
  }

  #patience(): number {
    return this.#joined.length > 0 ? 10 * STALE_AFTER : STALE_AFTER;
  }

  /** Takes the packet that the last byte completed, if it did. */
  #cut(output: Gathered): void {
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
      this.#take(packet.slice(0, length), output);
      return;
    }
    this.#taken = null;
    output.writes.push(Uint8Array.from(SSI_NAK_RESEND_PACKET));
    output.noise("bad-checksum", packet.length);
  }

  #take(packet: readonly number[], output: Gathered): void {
    const [, opcode = 0, , status = 0] = packet;
    if (opcode === SSI_ACK || opcode === SSI_NAK) return;
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

  #abandon(): readonly ScannerSignal[] {
    const bytesDropped = this.#buffer.length + this.#joined.length;
    this.#buffer = [];
    this.#joined = [];
    this.#taken = null;
    this.#deadline = null;
    return bytesDropped === 0
      ? []
      : [{ type: "ScanNoise", reason: "stale-fragment", bytesDropped }];
  }
}

class Gathered implements Output<ScannerSignal> {
  readonly writes: Uint8Array[] = [];
  readonly signals: ScannerSignal[];

  constructor(signals: readonly ScannerSignal[]) {
    this.signals = [...signals];
  }

  noise(reason: "bad-checksum" | "too-long" | "unknown-report", bytesDropped: number): void {
    this.signals.push({ type: "ScanNoise", reason, bytesDropped });
  }
}

/** All bytes and the checksum make a multiple of 65536. */
function hasRightChecksum(packet: readonly number[]): boolean {
  const body = packet.slice(0, -SSI_CHECKSUM_LENGTH).reduce((sum, byte) => sum + byte, 0);
  const [high = 0, low = 0] = packet.slice(-SSI_CHECKSUM_LENGTH);
  return ((body + high * 256 + low) & 0xffff) === 0;
}
