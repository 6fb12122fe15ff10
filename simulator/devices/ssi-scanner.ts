import {
  SSI_ACK,
  SSI_AT_SEGMENT_DATA,
  SSI_DECODE_DATA,
  SSI_FROM_SCANNER,
  SSI_HEADER_LENGTH,
  SSI_NAK,
  SSI_RETRANSMITTED,
  SSI_SEGMENT,
  SSI_SEGMENT_ACK,
} from "#drivers/wire/ssi.ts";
import { type Millis, millis } from "#state/base/units.ts";
import type { Output } from "./device.ts";
import {
  guessSymbology,
  type ScannerAction,
  type ScannerEvent,
  type Symbology,
} from "./serial-scanner.ts";

/** The host must answer each packet within this time, or it comes again. */
export const ANSWER_WITHIN = millis(2000);
/** After so many sendings the scanner gives the label up, with its error beep. */
export const SENDINGS_MAX = 4;
/** Packets that may wait; a cashier cannot scan that many in eight seconds. */
const WAITING_MAX = 256;
/** The whole packet without its checksum: one byte counts it. */
const PACKET_MAX = 0xff;
/** What the first segment says before the label. */
const FIRST_SEGMENT_HEAD = 14;

/** Source: Zebra SSI guides, code types. */
const codeTypes: Readonly<Record<Symbology, number>> = {
  code39: 0x01,
  code128: 0x03,
  itf: 0x06,
  upca: 0x08,
  ean8: 0x0a,
  ean13: 0x0b,
  "gs1-128": 0x0f,
  qr: 0x1c,
};

/**
 * A Zebra scanner set to SSI on a serial line: each packet waits for the host's answer and comes
 * again, marked as a repetition, when there is none. A label longer than a packet goes out in
 * numbered segments.
 *
 * Source: Zebra SSI guides; segments as in enioka_scan's test vectors.
 */
export class SsiScanner {
  #waiting: number[][] = [];
  #sendings = 0;
  #due: Millis | null = null;
  #heard: number[] = [];
  #scans = 0;
  #isOn = true;

  /** How many times it has read a label since it was built. */
  get scans(): number {
    return this.#scans;
  }

  get deadline(): Millis | null {
    return this.#due;
  }

  act(action: ScannerAction, now: Millis): Output<ScannerEvent> {
    if (!this.#isOn) return { writes: [], events: [{ kind: "scan dropped", why: "no power" }] };
    if (action.kind === "bytes") {
      const event = { kind: "raw bytes", count: action.bytes.length } as const;
      return { writes: [action.bytes], events: [event] };
    }
    const { label, symbology = guessSymbology(label) } = action;
    const packets = packetsOf(codeTypes[symbology], [...new TextEncoder().encode(label)]);
    if (this.#waiting.length + packets.length > WAITING_MAX) {
      return { writes: [], events: [{ kind: "scan dropped", why: "queue full" }] };
    }
    this.#scans += 1;
    const isIdle = this.#waiting.length === 0;
    this.#waiting.push(...packets);
    const writes = isIdle ? this.#sendFirst(now) : [];
    return { writes, events: [{ kind: "scanned", label }] };
  }

  power(power: "on" | "off"): Output<ScannerEvent> {
    this.#isOn = power === "on";
    this.#heard = [];
    this.#forget();
    return { writes: [], events: [] };
  }

  /** The host's packets; what is none is passed over byte by byte. */
  receive(bytes: Uint8Array, now: Millis): Output<ScannerEvent> {
    const writes: Uint8Array[] = [];
    if (!this.#isOn) return { writes, events: [] };
    for (const byte of bytes) {
      this.#heard.push(byte);
      writes.push(...this.#listen(now));
    }
    return { writes, events: [{ kind: "scanner was written to", count: bytes.length }] };
  }

  wake(now: Millis): Output<ScannerEvent> {
    if (this.#due === null || now < this.#due) return { writes: [], events: [] };
    if (this.#sendings < SENDINGS_MAX) return { writes: this.#repeat(now), events: [] };
    this.#forget();
    return { writes: [], events: [{ kind: "scan dropped", why: "not acknowledged" }] };
  }

  #listen(now: Millis): readonly Uint8Array[] {
    const length = this.#heard[0] ?? 0;
    if (length < SSI_HEADER_LENGTH) this.#heard = [];
    if (length < SSI_HEADER_LENGTH || this.#heard.length < length + 2) return [];
    const packet = this.#heard;
    this.#heard = [];
    const isWhole = checksum(packet.slice(0, length)).every((byte, at) => {
      return byte === packet[length + at];
    });
    if (!isWhole || this.#waiting.length === 0) return [];
    const opcode = packet[1];
    if (opcode === SSI_NAK) return this.#repeat(now);
    if (opcode !== SSI_ACK && opcode !== SSI_SEGMENT_ACK) return [];
    this.#waiting.shift();
    return this.#waiting.length === 0 ? this.#forget() : this.#sendFirst(now);
  }

  #sendFirst(now: Millis): readonly Uint8Array[] {
    this.#sendings = 1;
    this.#due = millis(now + ANSWER_WITHIN);
    return [sealed(this.#waiting[0] ?? [])];
  }

  #repeat(now: Millis): readonly Uint8Array[] {
    const [length = 0, opcode = 0, source = 0, status = 0, ...data] = this.#waiting[0] ?? [];
    this.#sendings += 1;
    this.#due = millis(now + ANSWER_WITHIN);
    return [sealed([length, opcode, source, status | SSI_RETRANSMITTED, ...data])];
  }

  #forget(): readonly Uint8Array[] {
    this.#waiting = [];
    this.#sendings = 0;
    this.#due = null;
    return [];
  }
}

/** Without their checksums, which a repetition changes. */
function packetsOf(codeType: number, label: readonly number[]): number[][] {
  const length = SSI_HEADER_LENGTH + 1 + label.length;
  if (length <= PACKET_MAX) {
    return [[length, SSI_DECODE_DATA, SSI_FROM_SCANNER, 0, codeType, ...label]];
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
function checksum(packet: readonly number[]): readonly number[] {
  const sum = packet.reduce((all, byte) => all + byte, 0);
  return [(-sum >> 8) & 0xff, -sum & 0xff];
}

function sealed(packet: readonly number[]): Uint8Array {
  return Uint8Array.from([...packet, ...checksum(packet)]);
}
