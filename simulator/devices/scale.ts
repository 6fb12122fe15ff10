/**
 * A counter scale, as the wire sees it. Somebody puts goods on, the pan swings, and it answers in
 * the language it is set to. Its faults are the ones that cost money: no rest, overload, less than
 * nothing, a lost character, and an answer that comes late and tells of the goods before.
 *
 * What it says in which language stands in `scale-tongues.ts`.
 */
import { type Millis, millis } from "#state/base/units.ts";
import type { Output } from "./device.ts";
import { type Pan, type ScaleTongue, tongues } from "./scale-tongues.ts";

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

/** The longest request. */
const HEARD_MAX = 3;

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
  /** The last bytes from the host, in which a request may end. */
  #heard: readonly number[] = [];
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
      this.#heard = [...this.#heard, byte].slice(-HEARD_MAX);
      const asked = tongues[this.#speaks].asks.find(({ request }) =>
        endsWith(this.#heard, request),
      );
      const answer = asked?.answer(this.#pan(now)) ?? null;
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
        this.#heard = [];
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
    const isTalking = tongues[this.#speaks].line !== undefined;
    this.#lineAt = isTalking ? (this.#lineAt ?? millis(now + LINE_EVERY_MS)) : null;
  }

  #say(now: Millis): readonly Uint8Array[] {
    const writes: Uint8Array[] = [];
    for (let first = this.#due[0]; first !== undefined && first.at <= now; first = this.#due[0]) {
      this.#due = this.#due.slice(1);
      writes.push(Uint8Array.from(this.#hurt(first.bytes)));
    }
    const { line } = tongues[this.#speaks];
    if (line !== undefined && this.#lineAt !== null && this.#lineAt <= now && this.#isOn) {
      this.#lineAt = millis(now + LINE_EVERY_MS);
      writes.push(Uint8Array.from(this.#hurt(line(this.#pan(now)))));
    }
    return writes;
  }

  /** Loses the character in the middle, as a line does that is picked up wrong. */
  #hurt(bytes: readonly number[]): readonly number[] {
    if (this.#answersToHurt === 0 || bytes.length < 4) return bytes;
    this.#answersToHurt -= 1;
    return bytes.toSpliced(Math.floor(bytes.length / 2), 1);
  }

  #pan(now: Millis): Pan {
    const isMoving = this.#isRestless || now - this.#movedAt < SWING_MS;
    return { grams: this.#grams, isMoving, isOver: this.#grams > GRAMS_MAX };
  }
}

const endsWith = (heard: readonly number[], request: readonly number[]) =>
  request.every((byte, at) => heard.at(at - request.length) === byte);
