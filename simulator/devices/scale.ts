/**
 * A counter scale, as the wire sees it. Somebody puts goods on, the pan swings, and it answers in
 * the language it is set to. Its faults are the ones that cost money: no rest, overload, less than
 * nothing, a lost character, and an answer that comes late and tells of the goods before.
 *
 * Sources: 8217 command tables of the Brecknell 67xx and Ohaus Aviator documents; CAS AP-1 and PDS
 * documents; the continuous form of Chinese indicators.
 */
import { STX } from "#drivers/wire/aim.ts";
import { CR, LF } from "#drivers/wire/escpos.ts";
import {
  CAS_ACK,
  CAS_END,
  CAS_ENQ,
  CAS_SEND,
  CAS_START,
  TOLEDO_IN_MOTION,
  TOLEDO_OUT_OF_RANGE,
  TOLEDO_STATUS,
  TOLEDO_UNDER_ZERO,
  TOLEDO_WEIGH,
} from "#drivers/wire/scales.ts";
import { type Millis, millis } from "#state/base/units.ts";
import type { Output } from "./device.ts";

export const scaleTongues = ["toledo-8217", "cas-enq", "chinese-lines", "cas-lines"] as const;
export type ScaleTongue = (typeof scaleTongues)[number];

export type ScaleAction =
  /** Negative when somebody lifts a pan that was tared. */
  | { readonly kind: "put"; readonly grams: number }
  | { readonly kind: "speaks"; readonly speaks: ScaleTongue }
  | { readonly kind: "power"; readonly power: "on" | "off" }
  /** The pan never comes to rest. */
  | { readonly kind: "restless"; readonly restless: boolean }
  /** The next answers lack a character each. */
  | { readonly kind: "lose"; readonly answers: number }
  /** Answers come so late, and tell what was on the pan when they were asked for. */
  | { readonly kind: "late"; readonly delayMs: number };

export type ScaleEvent =
  | { readonly kind: "goods put on"; readonly grams: number }
  | { readonly kind: "weight told"; readonly grams: number }
  | { readonly kind: "scale switched"; readonly power: "on" | "off" };

/** How long a pan swings after something was put on it. */
const SWING_MS = 400;
const LINE_EVERY_MS = 200;
const GRAMS_MAX = 15_000;

interface Due {
  readonly at: Millis;
  readonly bytes: readonly number[];
}

export class Scale {
  #speaks: ScaleTongue;
  #grams = 0;
  #movedAt = Number.NEGATIVE_INFINITY;
  #isOn = true;
  #isRestless = false;
  #answersToHurt = 0;
  #delayMs = 0;
  #due: readonly Due[] = [];
  #lineAt: Millis | null = null;

  constructor({ speaks = "toledo-8217" }: { readonly speaks?: ScaleTongue } = {}) {
    this.#speaks = speaks;
    this.#startLines(millis(0));
  }

  get speaks(): ScaleTongue {
    return this.#speaks;
  }

  get grams(): number {
    return this.#grams;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  get isRestless(): boolean {
    return this.#isRestless;
  }

  get delayMs(): number {
    return this.#delayMs;
  }

  get deadline(): Millis | null {
    const all = [this.#due[0]?.at ?? null, this.#lineAt].filter((at) => at !== null);
    return this.#isOn && all.length > 0 ? millis(Math.min(...all)) : null;
  }

  receive(bytes: Uint8Array, now: Millis): Output<ScaleEvent> {
    const events: ScaleEvent[] = [];
    for (const byte of this.#isOn ? bytes : []) {
      const answer = this.#answer(byte, now);
      if (answer === null) continue;
      if (answer.length > 1) events.push({ kind: "weight told", grams: this.#grams });
      this.#due = [...this.#due, { at: millis(now + this.#delayMs), bytes: answer }];
    }
    return { writes: this.#say(now), events };
  }

  act(action: ScaleAction, now: Millis): Output<ScaleEvent> {
    const events = this.#apply(action, now);
    this.#startLines(now);
    return { writes: this.#say(now), events };
  }

  wake(now: Millis): Output<ScaleEvent> {
    return { writes: this.#say(now), events: [] };
  }

  #apply(action: ScaleAction, now: Millis): readonly ScaleEvent[] {
    switch (action.kind) {
      case "put":
        this.#grams = action.grams;
        this.#movedAt = now;
        return [{ kind: "goods put on", grams: action.grams }];
      case "speaks":
        this.#speaks = action.speaks;
        return [];
      case "power":
        this.#isOn = action.power === "on";
        this.#due = [];
        return [{ kind: "scale switched", power: action.power }];
      case "restless":
        this.#isRestless = action.restless;
        return [];
      case "lose":
        this.#answersToHurt = action.answers;
        return [];
      case "late":
        this.#delayMs = action.delayMs;
        return [];
    }
  }

  #startLines(now: Millis): void {
    const isTalking = this.#speaks === "chinese-lines" || this.#speaks === "cas-lines";
    this.#lineAt = isTalking ? (this.#lineAt ?? millis(now + LINE_EVERY_MS)) : null;
  }

  #say(now: Millis): readonly Uint8Array[] {
    const writes: Uint8Array[] = [];
    for (let first = this.#due[0]; first !== undefined && first.at <= now; first = this.#due[0]) {
      this.#due = this.#due.slice(1);
      writes.push(Uint8Array.from(this.#hurt(first.bytes)));
    }
    if (this.#lineAt !== null && this.#lineAt <= now && this.#isOn) {
      this.#lineAt = millis(now + LINE_EVERY_MS);
      writes.push(Uint8Array.from(this.#hurt(this.#line(now))));
    }
    return writes;
  }

  /** Loses the character in the middle, as a line does that is picked up wrong. */
  #hurt(bytes: readonly number[]): readonly number[] {
    if (this.#answersToHurt === 0 || bytes.length < 4) return bytes;
    this.#answersToHurt -= 1;
    return bytes.toSpliced(Math.floor(bytes.length / 2), 1);
  }

  #answer(byte: number, now: Millis): readonly number[] | null {
    if (this.#speaks === "toledo-8217" && byte === TOLEDO_WEIGH) return this.#toledo(now);
    if (this.#speaks !== "cas-enq") return null;
    if (byte === CAS_ENQ) return [CAS_ACK];
    return byte === CAS_SEND ? this.#cas(now) : null;
  }

  #toledo(now: Millis): readonly number[] {
    const status =
      (this.#isMoving(now) ? TOLEDO_IN_MOTION : 0) |
      (this.#grams > GRAMS_MAX ? TOLEDO_OUT_OF_RANGE : 0) |
      (this.#grams < 0 ? TOLEDO_UNDER_ZERO : 0);
    // Bit 6 keeps the status a printable character.
    if (status !== 0) return [STX, TOLEDO_STATUS, 0x40 | status, CR];
    return [STX, ...ascii(kilograms(this.#grams, 2)), CR];
  }

  #cas(now: Millis): readonly number[] {
    const isOver = this.#grams > GRAMS_MAX;
    const sign = isOver ? "F" : this.#grams < 0 ? "-" : " ";
    const shown = isOver ? "99.999" : kilograms(this.#grams, 2);
    const told = ascii(`${this.#isMoving(now) ? "U" : "S"}${sign}${shown}kg`);
    const check = told.reduce((all, each) => all ^ each, 0);
    return [...CAS_START, ...told, check, ...CAS_END];
  }

  #line(now: Millis): readonly number[] {
    const isOver = this.#grams > GRAMS_MAX;
    const state = isOver ? "OL" : this.#isMoving(now) ? "US" : "ST";
    const sign = this.#grams < 0 ? "-" : "+";
    const shown = kilograms(this.#grams, 1);
    const text =
      this.#speaks === "cas-lines"
        ? `${state},GS,\u0001A,${sign}${shown.padStart(7)} kg`
        : `${state},GS,${sign}${shown.padStart(7)}kg`;
    return [...ascii(text), CR, LF];
  }

  #isMoving(now: Millis): boolean {
    return this.#isRestless || now - this.#movedAt < SWING_MS;
  }
}

/** `1250` as `01.250`. */
function kilograms(grams: number, wholeDigits: number): string {
  const digits = String(Math.abs(grams)).padStart(wholeDigits + 3, "0");
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
