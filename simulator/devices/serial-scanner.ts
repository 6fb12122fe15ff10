import { CR, LF } from "#drivers/wire/escpos.ts";
import { type Millis, millis } from "#state/base/units.ts";
import type { Output, Timed } from "./device.ts";

/**
 * A bar code scanner on a serial line: what it reads goes out as AIM identifier, data, terminator.
 * It never listens; bytes from the host are an event and nothing more.
 *
 * Source: ISO/IEC 15424 (AIM identifiers); Honeywell and Datalogic manuals (suffix CR), Newland
 * and common Chinese models (suffix CR LF).
 */
export const symbologies = [
  ...(["ean13", "ean8", "upca", "code128", "gs1-128", "code39", "itf", "qr"] as const),
] as const;
export type Symbology = (typeof symbologies)[number];

export const terminators = ["cr", "lf", "crlf", "none"] as const;
export type Terminator = (typeof terminators)[number];

export interface TriggerOptions {
  /** Guessed from the label when left out. */
  readonly symbology?: Symbology;
  /** Send the AIM identifier before the data; default true. */
  readonly aim?: boolean;
  /** Default `cr`. */
  readonly terminator?: Terminator;
  /** Into how many pieces the line cuts the scan, 1 to 64; default 1. */
  readonly chunks?: number;
  /** Milliseconds between the pieces; default 5. */
  readonly chunkGapMs?: number;
  /** Milliseconds before the first piece; default 0. */
  readonly delayMs?: number;
}

export type ScannerAction =
  /** The operator pulls the trigger on a label. */
  | ({ readonly kind: "trigger"; readonly label: string } & TriggerOptions)
  /** It sends bytes as they are. */
  | ({ readonly kind: "bytes"; readonly bytes: Uint8Array } & TriggerOptions)
  /** A label is laid before the window, for the host to pull the trigger on; null takes it away. */
  | {
      readonly kind: "present";
      readonly sight: { readonly label: string; readonly symbology?: Symbology } | null;
    };

export type ScannerEvent =
  | { readonly kind: "scanned"; readonly label: string }
  | { readonly kind: "raw bytes"; readonly count: number }
  | {
      readonly kind: "scan dropped";
      readonly why: "queue full" | "no power" | "not acknowledged" | "disabled" | "commands only";
    }
  | { readonly kind: "scanner was written to"; readonly count: number }
  /** A setting was changed; `isKept`: in memory that outlives its power, and wears. */
  | {
      readonly kind: "scanner set up";
      readonly setting: string;
      readonly value: string;
      readonly isKept: boolean;
    }
  /** It was asked something, and answers. */
  | { readonly kind: "scanner asked"; readonly about: string }
  | { readonly kind: "scanner obeyed"; readonly what: ScannerCommandName };

/** What a scanner does when its host tells it to. */
export type ScannerCommandName =
  | "trigger pulled"
  | "trigger let go"
  | "enabled"
  | "disabled"
  | "beeped"
  | "beeper on"
  | "beeper off"
  | "reset"
  | "light on"
  | "light off"
  | "aim on"
  | "aim off"
  | "commands only"
  | "defaults restored"
  | "queue flushed";

const aimIdentifiers: Readonly<Record<Symbology, string>> = {
  ean13: "]E0",
  ean8: "]E4",
  upca: "]E0",
  code128: "]C0",
  "gs1-128": "]C1",
  code39: "]A0",
  itf: "]I0",
  qr: "]Q1",
};

const ends: Readonly<Record<Terminator, readonly number[]>> = {
  cr: [CR],
  lf: [LF],
  crlf: [CR, LF],
  none: [],
};

/** Pieces waiting to go out; a real scanner holds a few scans as well. */
const QUEUE_PIECES_MAX = 1024;

/** What a shop's label most likely is: retail lengths of digits, a web address, else Code 128. */
export function guessSymbology(label: string): Symbology {
  if (/^\d{13}$/.test(label)) return "ean13";
  if (/^\d{12}$/.test(label)) return "upca";
  if (/^\d{8}$/.test(label)) return "ean8";
  if (/^https?:/i.test(label)) return "qr";
  return "code128";
}

/** The bytes of one scan. A UPC-A label goes out as 13 digits, as scanners with AIM on do. */
export function scanBytes(label: string, options: TriggerOptions = {}): Uint8Array {
  const symbology = options.symbology ?? guessSymbology(label);
  const hasAim = options.aim ?? true;
  const isShort = symbology === "upca" && hasAim && label.length === 12;
  const text = `${hasAim ? aimIdentifiers[symbology] : ""}${isShort ? "0" : ""}${label}`;
  const end = ends[options.terminator ?? "cr"];
  return Uint8Array.from([...new TextEncoder().encode(text), ...end]);
}

interface Piece {
  readonly due: number;
  readonly bytes: Uint8Array;
}

export class SerialScanner implements Timed {
  #pieces: Piece[] = [];
  #scans = 0;
  #isOn = true;

  /** How many times it has sent something since it was built. */
  get scans(): number {
    return this.#scans;
  }

  get deadline(): Millis | null {
    const first = this.#pieces[0];
    return first === undefined ? null : millis(Math.ceil(first.due));
  }

  act(action: ScannerAction, now: Millis): Output<ScannerEvent> {
    // It takes no commands, so a label that nobody pulls the trigger on is never read.
    if (action.kind === "present") return { writes: [], events: [] };
    return action.kind === "trigger"
      ? this.trigger(action.label, action, now)
      : this.raw(action.bytes, action, now);
  }

  /** Reads `label`; the pieces that are due at once are in the output. */
  trigger(label: string, options: TriggerOptions, now: Millis): Output<ScannerEvent> {
    return this.#send(scanBytes(label, options), options, now, { kind: "scanned", label });
  }

  /** Noise, a half scan, another maker's framing: the bytes as they are. */
  raw(bytes: Uint8Array, options: TriggerOptions, now: Millis): Output<ScannerEvent> {
    return this.#send(bytes, options, now, { kind: "raw bytes", count: bytes.length });
  }

  /** Without power it forgets what it had still to send, and reads nothing. */
  power(power: "on" | "off"): Output<ScannerEvent> {
    this.#isOn = power === "on";
    this.#pieces = [];
    return { writes: [], events: [] };
  }

  receive(bytes: Uint8Array): Output<ScannerEvent> {
    return { writes: [], events: [{ kind: "scanner was written to", count: bytes.length }] };
  }

  wake(now: Millis): Output<ScannerEvent> {
    const due = this.#pieces.filter((piece) => piece.due <= now);
    this.#pieces = this.#pieces.slice(due.length);
    return { writes: due.map((piece) => piece.bytes), events: [] };
  }

  #send(
    bytes: Uint8Array,
    options: TriggerOptions,
    now: Millis,
    event: ScannerEvent,
  ): Output<ScannerEvent> {
    if (!this.#isOn) return { writes: [], events: [{ kind: "scan dropped", why: "no power" }] };
    const count = Math.max(1, Math.min(options.chunks ?? 1, 64, bytes.length));
    if (this.#pieces.length + count > QUEUE_PIECES_MAX) {
      return { writes: [], events: [{ kind: "scan dropped", why: "queue full" }] };
    }
    this.#scans += 1;
    // One line carries one scan after the other, so a new scan waits for the last piece.
    const last = this.#pieces.at(-1)?.due ?? now;
    const start = Math.max(now, last) + (options.delayMs ?? 0);
    const size = Math.ceil(bytes.length / count);
    for (let index = 0; index * size < bytes.length; index += 1) {
      const due = start + index * (options.chunkGapMs ?? 5);
      this.#pieces.push({ due, bytes: bytes.slice(index * size, (index + 1) * size) });
    }
    return { writes: this.wake(now).writes, events: [event] };
  }
}
