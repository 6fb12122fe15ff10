import {
  SSI_ACK,
  SSI_AIM_OFF,
  SSI_AIM_ON,
  SSI_AT_SEGMENT_DATA,
  SSI_BEEP,
  SSI_DECODE_DATA,
  SSI_FROM_SCANNER,
  SSI_HEADER_LENGTH,
  SSI_LED_OFF,
  SSI_LED_ON,
  SSI_NAK,
  SSI_RETRANSMITTED,
  SSI_SCAN_DISABLE,
  SSI_SCAN_ENABLE,
  SSI_SEGMENT,
  SSI_SEGMENT_ACK,
  SSI_START_SESSION,
  SSI_STOP_SESSION,
} from "#drivers/wire/ssi.ts";
import { type Millis, millis } from "#state/base/units.ts";
import type { Output } from "./device.ts";
import {
  guessSymbology,
  type ScannerAction,
  type ScannerCommandName,
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

/** What it does when it is told to. Source: Zebra SSI guides, opcodes. */
const commands: Readonly<Record<number, ScannerCommandName>> = {
  [SSI_START_SESSION]: "trigger pulled",
  [SSI_STOP_SESSION]: "trigger let go",
  [SSI_SCAN_ENABLE]: "enabled",
  [SSI_SCAN_DISABLE]: "disabled",
  [SSI_BEEP]: "beeped",
  [SSI_LED_ON]: "light on",
  [SSI_LED_OFF]: "light off",
  [SSI_AIM_ON]: "aim on",
  [SSI_AIM_OFF]: "aim off",
};

/** Causes of a NAK. */
const NAK_RESEND = 1;
const NAK_DENIED = 2;

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
  #isEnabled = true;
  /** The command carried out last, to know its repetition; null when there was none. */
  #obeyed: string | null = null;

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
    if (!this.#isEnabled)
      return { writes: [], events: [{ kind: "scan dropped", why: "disabled" }] };
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
    this.#isEnabled = true;
    this.#obeyed = null;
    this.#forget();
    return { writes: [], events: [] };
  }

  /** The host's packets; what is none is passed over byte by byte. */
  receive(bytes: Uint8Array, now: Millis): Output<ScannerEvent> {
    const writes: Uint8Array[] = [];
    const events: ScannerEvent[] = [];
    if (!this.#isOn) return { writes, events };
    events.push({ kind: "scanner was written to", count: bytes.length });
    for (const byte of bytes) {
      this.#heard.push(byte);
      const step = this.#listen(now);
      writes.push(...step.writes);
      events.push(...step.events);
    }
    return { writes, events };
  }

  wake(now: Millis): Output<ScannerEvent> {
    if (this.#due === null || now < this.#due) return { writes: [], events: [] };
    if (this.#sendings < SENDINGS_MAX) return { writes: this.#repeat(now), events: [] };
    this.#forget();
    return { writes: [], events: [{ kind: "scan dropped", why: "not acknowledged" }] };
  }

  #listen(now: Millis): Output<ScannerEvent> {
    const silent = { writes: [], events: [] };
    const length = this.#heard[0] ?? 0;
    if (length < SSI_HEADER_LENGTH) this.#heard = [];
    if (length < SSI_HEADER_LENGTH || this.#heard.length < length + 2) return silent;
    const packet = this.#heard;
    this.#heard = [];
    const body = packet.slice(0, length);
    const isWhole = checksum(body).every((byte, at) => byte === packet[length + at]);
    const opcode = body[1] ?? 0;
    const isAnswer = [SSI_ACK, SSI_NAK, SSI_SEGMENT_ACK].includes(opcode);
    if (!isAnswer) return isWhole ? this.#obey(body) : answer(SSI_NAK, NAK_RESEND);
    if (!isWhole || this.#waiting.length === 0) return silent;
    if (opcode === SSI_NAK) return { writes: this.#repeat(now), events: [] };
    this.#waiting.shift();
    const writes = this.#waiting.length === 0 ? this.#forget() : this.#sendFirst(now);
    return { writes, events: [] };
  }

  /** A repetition of the command before is answered and not carried out a second time. */
  #obey([, opcode = 0, , status = 0, ...data]: readonly number[]): Output<ScannerEvent> {
    const what = commands[opcode];
    if (what === undefined) return answer(SSI_NAK, NAK_DENIED);
    const { writes } = answer(SSI_ACK);
    const identity = [opcode, ...data].join(" ");
    const isRepetition = (status & SSI_RETRANSMITTED) !== 0 && identity === this.#obeyed;
    this.#obeyed = identity;
    if (isRepetition) return { writes, events: [] };
    if (opcode === SSI_SCAN_ENABLE) this.#isEnabled = true;
    if (opcode === SSI_SCAN_DISABLE) this.#isEnabled = false;
    return { writes, events: [{ kind: "scanner obeyed", what }] };
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

function answer(opcode: number, ...data: readonly number[]): Output<ScannerEvent> {
  const body = [SSI_HEADER_LENGTH + data.length, opcode, SSI_FROM_SCANNER, 0, ...data];
  return { writes: [sealed(body)], events: [] };
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
