/**
 * A Zebra scanner set to SSI on a serial line: each packet waits for the host's answer and comes
 * again, marked as a repetition, when there is none. A label longer than a packet goes out in
 * numbered segments. The host's commands are obeyed, and each is answered.
 *
 * Source: Zebra SSI guides. What the answers about revision and capabilities say is made up, and
 * that they wait for no answer of the host is a guess.
 */
import {
  SSI_ACK,
  SSI_AIM_OFF,
  SSI_AIM_ON,
  SSI_BEEP,
  SSI_EVENT,
  SSI_HEADER_LENGTH,
  SSI_LED_OFF,
  SSI_LED_ON,
  SSI_NAK,
  SSI_RETRANSMITTED,
  SSI_SCAN_DISABLE,
  SSI_SCAN_ENABLE,
  SSI_SEGMENT_ACK,
  SSI_START_SESSION,
  SSI_STOP_SESSION,
} from "#drivers/wire/ssi.ts";
import { type Millis, millis } from "#state/base/units.ts";
import type { Output } from "./device.ts";
import { ScanSession } from "./scanning/scan-session.ts";
import { checksum, decodePackets, packet, sealed } from "./scanning/ssi-packets.ts";
import {
  BOOT_EVENT,
  DECODE_EVENT,
  HOST_TRIGGERS,
  SsiSettings,
  TRIGGER_MODE,
} from "./scanning/ssi-settings.ts";
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

const REQUEST_REVISION = 0xa3;
const REPLY_REVISION = 0xa4;
const PARAM_SEND = 0xc6;
const PARAM_REQUEST = 0xc7;
const PARAM_DEFAULTS = 0xc8;
const FLUSH_QUEUE = 0xd2;
const CAPABILITIES_REQUEST = 0xd3;
const CAPABILITIES_REPLY = 0xd4;

/** What it does when it is told to, and answers with ACK. Source: Zebra SSI guides, opcodes. */
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
  [PARAM_DEFAULTS]: "defaults restored",
  [FLUSH_QUEUE]: "queue flushed",
};

/** Software, board, engine, class. */
const REVISION = new TextEncoder().encode("VIRTUAL01 00 0000 01");
/** 9600 baud; nothing more of the line; segments; and what it knows. */
const CAPABILITIES = [
  ...[0x00, 0x20, 0x00, 0x01],
  ...[REQUEST_REVISION, PARAM_SEND, PARAM_REQUEST, CAPABILITIES_REQUEST],
  ...Object.keys(commands).map(Number),
];

/** Causes of a NAK. */
const NAK_RESEND = 1;
const NAK_DENIED = 2;
/** Status bit of a parameter that is kept when power goes. */
const KEPT = 0x08;
const NO_BEEP = 0xff;
const DECODED = 0x01;
const BOOTED = 0x03;

type Sight = { readonly label: string; readonly symbology?: Symbology };

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
  readonly #settings = new SsiSettings();
  readonly #session = new ScanSession<Sight>();

  /** How many times it has read a label since it was built. */
  get scans(): number {
    return this.#scans;
  }

  get deadline(): Millis | null {
    return this.#due;
  }

  act(action: ScannerAction, now: Millis): Output<ScannerEvent> {
    if (!this.#isOn) return dropped("no power");
    if (action.kind === "bytes") {
      const event = { kind: "raw bytes", count: action.bytes.length } as const;
      return { writes: [action.bytes], events: [event] };
    }
    if (action.kind === "present") {
      const seen = this.#session.present(action.sight);
      return seen === null ? nothing : this.#scan(seen, now);
    }
    const isHosts = this.#settings.value(TRIGGER_MODE) === HOST_TRIGGERS;
    return isHosts ? dropped("commands only") : this.#scan(action, now);
  }

  power(power: "on" | "off", now: Millis): Output<ScannerEvent> {
    this.#isOn = power === "on";
    this.#heard = [];
    this.#isEnabled = true;
    this.#obeyed = null;
    this.#session.letGo();
    this.#settings.restart();
    this.#forget();
    if (!this.#isOn || this.#settings.value(BOOT_EVENT) === 0) return nothing;
    return { writes: this.#send([packet(SSI_EVENT, BOOTED)], now), events: [] };
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
    if (this.#due === null || now < this.#due) return nothing;
    if (this.#sendings < SENDINGS_MAX) return { writes: this.#repeat(now), events: [] };
    this.#forget();
    return dropped("not acknowledged");
  }

  #scan({ label, symbology = guessSymbology(label) }: Sight, now: Millis): Output<ScannerEvent> {
    if (!this.#isEnabled) return dropped("disabled");
    const packets = decodePackets(codeTypes[symbology], [...new TextEncoder().encode(label)]);
    if (this.#settings.value(DECODE_EVENT) !== 0) packets.push(packet(SSI_EVENT, DECODED));
    if (this.#waiting.length + packets.length > WAITING_MAX) return dropped("queue full");
    this.#scans += 1;
    return { writes: this.#send(packets, now), events: [{ kind: "scanned", label }] };
  }

  #listen(now: Millis): Output<ScannerEvent> {
    const length = this.#heard[0] ?? 0;
    if (length < SSI_HEADER_LENGTH) this.#heard = [];
    if (length < SSI_HEADER_LENGTH || this.#heard.length < length + 2) return nothing;
    const heard = this.#heard;
    this.#heard = [];
    const body = heard.slice(0, length);
    const isWhole = checksum(body).every((byte, at) => byte === heard[length + at]);
    const opcode = body[1] ?? 0;
    const isAnswer = [SSI_ACK, SSI_NAK, SSI_SEGMENT_ACK].includes(opcode);
    if (!isAnswer) return isWhole ? this.#obey(body, now) : answer(SSI_NAK, NAK_RESEND);
    if (!isWhole || this.#waiting.length === 0) return nothing;
    if (opcode === SSI_NAK) return { writes: this.#repeat(now), events: [] };
    this.#waiting.shift();
    const writes = this.#waiting.length === 0 ? this.#forget() : this.#sendFirst(now);
    return { writes, events: [] };
  }

  #obey(body: readonly number[], now: Millis): Output<ScannerEvent> {
    const [, opcode = 0, , status = 0, ...data] = body;
    const what = commands[opcode];
    if (what !== undefined) return this.#command(what, status, [opcode, ...data].join(" "), now);
    switch (opcode) {
      case PARAM_SEND:
        return this.#setUp(data.slice(1), (status & KEPT) !== 0);
      case PARAM_REQUEST:
        return told("parameters", PARAM_SEND, NO_BEEP, ...this.#settings.tell(data));
      case REQUEST_REVISION:
        return told("revision", REPLY_REVISION, ...REVISION);
      case CAPABILITIES_REQUEST:
        return told("capabilities", CAPABILITIES_REPLY, ...CAPABILITIES);
      default:
        return answer(SSI_NAK, NAK_DENIED);
    }
  }

  /** A repetition of the command before is answered and not carried out a second time. */
  #command(what: ScannerCommandName, status: number, identity: string, now: Millis) {
    const { writes } = answer(SSI_ACK);
    const isRepetition = (status & SSI_RETRANSMITTED) !== 0 && identity === this.#obeyed;
    this.#obeyed = identity;
    if (isRepetition) return { writes, events: [] };
    const done = this.#perform(what, now);
    const events: ScannerEvent[] = [{ kind: "scanner obeyed", what }, ...done.events];
    return { writes: [...writes, ...done.writes], events };
  }

  #perform(what: ScannerCommandName, now: Millis): Output<ScannerEvent> {
    if (what === "enabled") this.#isEnabled = true;
    if (what === "disabled") this.#isEnabled = false;
    if (what === "trigger let go") this.#session.letGo();
    if (what === "defaults restored") this.#settings.restore();
    if (what === "queue flushed") this.#forget();
    const seen = what === "trigger pulled" ? this.#session.pull() : null;
    return seen === null ? nothing : this.#scan(seen, now);
  }

  #setUp(pairs: readonly number[], isKept: boolean): Output<ScannerEvent> {
    const set = this.#settings.set(pairs, isKept);
    if (set === null) return answer(SSI_NAK, NAK_DENIED);
    const events = set.map(([number, value]) => {
      const setting = number.toString(16);
      return { kind: "scanner set up", setting, value: value.toString(16), isKept } as const;
    });
    return { writes: answer(SSI_ACK).writes, events };
  }

  #send(packets: readonly number[][], now: Millis): readonly Uint8Array[] {
    const isIdle = this.#waiting.length === 0;
    this.#waiting.push(...packets);
    return isIdle ? this.#sendFirst(now) : [];
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

const nothing: Output<ScannerEvent> = { writes: [], events: [] };

function answer(opcode: number, ...data: readonly number[]): Output<ScannerEvent> {
  return { writes: [sealed(packet(opcode, ...data))], events: [] };
}

function told(about: string, opcode: number, ...data: readonly number[]): Output<ScannerEvent> {
  return { ...answer(opcode, ...data), events: [{ kind: "scanner asked", about }] };
}

const dropped = (
  why: (ScannerEvent & { readonly kind: "scan dropped" })["why"],
): Output<ScannerEvent> => ({ writes: [], events: [{ kind: "scan dropped", why }] });
