import type { DisplayLanguage } from "#drivers/displays/language.ts";
import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import type { Millis } from "#state/base/units.ts";

/**
 * A customer display on a serial line. It never answers, so what it should show is remembered and
 * written again when the link comes back.
 */
export class CustomerDisplay implements Driver<DisplayCommand, DisplaySignal> {
  readonly deadline: Millis | null = null;
  readonly #language: DisplayLanguage;
  #wanted: DisplayCommand = { type: "clear" };
  #isOpen = false;

  constructor(language: DisplayLanguage) {
    this.#language = language;
  }

  open(_now: Millis): Output<DisplaySignal> {
    this.#isOpen = true;
    const { writes } = this.#write();
    return { writes: [Uint8Array.from(this.#language.initialize), ...writes], signals: [] };
  }

  /** A display says nothing; noise on the line means nothing. */
  receive(_bytes: Uint8Array, _now: Millis): Output<DisplaySignal> {
    return { writes: [], signals: [] };
  }

  obey(command: DisplayCommand, _now: Millis): Output<DisplaySignal> {
    this.#wanted = command;
    const { writes, signals } = this.#write();
    return { writes: this.#isOpen ? writes : [], signals };
  }

  wake(_now: Millis): Output<DisplaySignal> {
    return { writes: [], signals: [] };
  }

  close(_now: Millis): Output<DisplaySignal> {
    this.#isOpen = false;
    return { writes: [], signals: [] };
  }

  #write(): Output<DisplaySignal> {
    if (this.#wanted.type === "clear") {
      return { writes: [Uint8Array.from(this.#language.clear)], signals: [] };
    }
    const { upper, lower, figure } = this.#wanted;
    const { bytes, unshowable } = this.#language.show(upper, lower, figure);
    return {
      writes: [Uint8Array.from(bytes)],
      signals: unshowable.map((reason) => ({ type: "Unshowable", reason })),
    };
  }
}
