import type { DisplayLanguage } from "#drivers/displays/language.ts";
import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** How long each figure but the last stands: long enough to read it. */
const FIGURE_MS = 2000;
/** A display that lost its power cannot say so; after this long it shows the truth again. */
const REPEAT_MS = 30_000;

const dark: DisplayCommand = { type: "show", upper: "", lower: "", figures: [] };

/**
 * A customer display on a serial line. It never answers, so what it should show is remembered: only
 * what changed is written, and all of it again when the link comes back and every half minute.
 */
export class CustomerDisplay implements Driver<DisplayCommand, DisplaySignal> {
  readonly #language: DisplayLanguage;
  #wanted = dark;
  #figure = 0;
  /** What is on the glass, part by part; null while nobody knows. */
  #glass: readonly string[] | null = null;
  #isOpen = false;
  #nextFigureAt: Millis | null = null;
  #repeatAt: Millis | null = null;

  constructor(language: DisplayLanguage) {
    this.#language = language;
  }

  get deadline(): Millis | null {
    const due = [this.#nextFigureAt, this.#repeatAt].filter((at) => at !== null);
    return this.#isOpen && due.length > 0 ? millis(Math.min(...due)) : null;
  }

  open(now: Millis): Output<DisplaySignal> {
    this.#isOpen = true;
    this.#glass = null;
    const { writes, signals } = this.#begin(now);
    const bytes = [...this.#language.initialize, ...writes.flatMap((write) => [...write])];
    return { writes: [Uint8Array.from(bytes)], signals };
  }

  /** A display says nothing; noise on the line means nothing. */
  receive(_bytes: Uint8Array, _now: Millis): Output<DisplaySignal> {
    return nothing;
  }

  obey(command: DisplayCommand, now: Millis): Output<DisplaySignal> {
    // The same again would begin a row of figures anew.
    if (JSON.stringify(command) === JSON.stringify(this.#wanted)) return nothing;
    this.#wanted = command;
    return this.#isOpen ? this.#begin(now) : nothing;
  }

  wake(now: Millis): Output<DisplaySignal> {
    if (!this.#isOpen) return nothing;
    if (this.#repeatAt !== null && now >= this.#repeatAt) this.#glass = null;
    if (this.#nextFigureAt !== null && now >= this.#nextFigureAt) {
      this.#figure += 1;
      return this.#draw(now);
    }
    // What cannot be shown was told when it was new.
    return this.#glass === null ? { ...this.#draw(now), signals: [] } : nothing;
  }

  close(_now: Millis): Output<DisplaySignal> {
    this.#isOpen = false;
    return nothing;
  }

  #begin(now: Millis): Output<DisplaySignal> {
    this.#figure = 0;
    return this.#draw(now);
  }

  #draw(now: Millis): Output<DisplaySignal> {
    const { upper, lower, figures } = this.#wanted;
    const hasMore = this.#figure < figures.length - 1;
    this.#nextFigureAt = hasMore ? millis(now + FIGURE_MS) : null;
    if (this.#glass === null) this.#repeatAt = millis(now + REPEAT_MS);
    const { parts, unshowable } = this.#language.draw(upper, lower, figures[this.#figure] ?? null);
    const bytes = parts.filter((part, n) => part.join() !== this.#glass?.[n]).flat();
    this.#glass = parts.map((part) => part.join());
    return {
      writes: bytes.length === 0 ? [] : [Uint8Array.from(bytes)],
      signals: unshowable.map((reason) => ({ type: "Unshowable", reason })),
    };
  }
}

const nothing: Output<DisplaySignal> = { writes: [], signals: [] };
