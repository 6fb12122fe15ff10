import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { PrinterLanguage } from "#drivers/printers/language.ts";
import { settingsOf } from "#drivers/printers/languages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { msPerByte, SLOWEST } from "#drivers/printers/options.ts";
import type { Outgoing } from "#drivers/printers/outgoing.ts";
import { NUL } from "#drivers/wire/escpos.ts";
import { type Millis, millis } from "#state/base/units.ts";

/**
 * No command says in more bytes how many follow: whatever stands in these is 0 then, and no byte of
 * a question is taken for a part of a number.
 */
const LONGEST_HEAD = 8;

/**
 * What a printer is told before anything else: what an earlier link broke off is ended, and the
 * settings are as they should be. Not while it is off line: it would keep all that in its buffer,
 * and have no room left to be asked or kicked in.
 */
export class Preparation {
  readonly #greeting: readonly NamedCommand[];
  readonly #settings: readonly NamedCommand[];
  /** Ends a command that an earlier link broke off: it takes these for its missing data. */
  readonly #filling: Uint8Array;
  readonly #out: Outgoing<unknown>;
  #isDue = true;
  #isUnderWay = false;
  #awaitsWord = false;
  #inLineUntil: Millis = millis(0);

  constructor(model: PrinterModel, { greeting }: PrinterLanguage, out: Outgoing<unknown>) {
    this.#greeting = greeting;
    this.#settings = settingsOf(model);
    this.#filling = new Uint8Array(model.bandBytes).fill(NUL);
    this.#out = out;
  }

  /** The link is open. */
  begin(): void {
    this.#isDue = true;
    this.#isUnderWay = false;
    this.#awaitsWord = false;
    this.#inLineUntil = millis(0);
    this.#out.send(new Uint8Array(LONGEST_HEAD).fill(NUL));
  }

  /** Little but questions was said to it since the link was opened. */
  get isDue(): boolean {
    return this.#isDue;
  }

  /** It may stand in the line yet, and whatever is sent behind it. */
  get isUnderWay(): boolean {
    return this.#isUnderWay;
  }

  give(now: Millis): void {
    this.#isDue = false;
    this.#isUnderWay = true;
    this.#out.send(this.#filling);
    this.#out.write(this.#greeting);
    this.tellSettings();
    this.#inLineUntil = millis(now + Math.ceil(msPerByte(SLOWEST) * this.#filling.length));
  }

  /** @returns how long it may yet fill a line as slow as they come, in milliseconds */
  behind(now: Millis): number {
    return Math.max(0, this.#inLineUntil - now);
  }

  /** Once, until it says something again. */
  tellSettings(): void {
    if (this.#isDue || this.#awaitsWord) return;
    this.#awaitsWord = true;
    this.#out.write(this.#settings);
  }

  /** A round of questions has ended. */
  asked(): void {
    this.#isUnderWay = false;
  }

  /** Its state is known, or given up. */
  answered(): void {
    this.#awaitsWord = false;
  }
}
