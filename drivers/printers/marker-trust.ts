/** What a ready printer owes for so many milliseconds it will not answer. */
const PROGRESS_WITHIN = 8000;
/** The same for the very first: before it at most a step may be printed, from before a crash. */
const PROBE_WITHIN = 5000;
/** The same for what is asked behind that, with nothing left to print. */
const WORDS_WITHIN = 2000;

/**
 * Whether the answers of a printer to its markers may be believed. It is asked one at rest, with no
 * paper at stake, before the first receipt; and again when a receipt was given up, so that what
 * that left in the printer is let out, and its answer is not taken for another's.
 */
export class MarkerTrust {
  readonly #canAnswer: boolean;
  /** Null: not known, or not any more. */
  #answers: boolean | null = null;
  /** It was not asked at rest since the link was opened. */
  #isNew = true;
  /** It has answered at rest: what it holds from before the link was lost may take its time. */
  #isKnown = false;
  /** The last receipt waited for its answer in vain. */
  #hasMissed = false;

  /** @param canAnswer what the model says */
  constructor(canAnswer: boolean) {
    this.#canAnswer = canAnswer;
  }

  /** The link is open, or the printer behind it may be another. */
  begin(): void {
    this.#answers = null;
    this.#isNew = true;
    this.#hasMissed = false;
  }

  /** Whether to ask it, and to wait for what it says. */
  get isAsked(): boolean {
    return this.#canAnswer && this.#answers !== false;
  }

  get isSure(): boolean {
    return this.#canAnswer && this.#answers === true;
  }

  get wantsProbe(): boolean {
    return this.#canAnswer && this.#answers === null;
  }

  /** Whether the next probe is the first since the link was opened. */
  get isNew(): boolean {
    return this.#isNew;
  }

  /** @returns in milliseconds */
  patience(isProbe: boolean): number {
    if (!isProbe) return PROGRESS_WITHIN;
    if (this.isSure) return WORDS_WITHIN;
    return this.#isKnown ? PROGRESS_WITHIN : PROBE_WITHIN;
  }

  /** It answers after all, only that what it held was long: it is asked again. */
  heard(): void {
    if (this.#answers === false && !this.#hasMissed) this.#answers = null;
  }

  answered(): void {
    this.#answers = true;
  }

  probed(): void {
    this.#isNew = false;
    this.#isKnown = true;
  }

  /** A whole receipt was confirmed. */
  proved(): void {
    this.#hasMissed = false;
  }

  /** A receipt was given up: its marker may yet be answered. */
  doubt(): void {
    if (this.#answers === true) this.#answers = null;
  }

  /**
   * A printer that is ready does not answer. After two receipts in a row it is one that answers at
   * rest only, and would have copies printed without end.
   *
   * @param isProbe nothing but questions was sent; one that answered the marker leaves another
   * @returns whether it was sure to answer: then something is lost
   */
  missed(isProbe: boolean): boolean {
    const wasSure = this.isSure;
    if (!wasSure) this.#answers = false;
    else if (isProbe) this.probed();
    else {
      if (this.#hasMissed) this.#answers = false;
      this.#hasMissed = true;
    }
    return wasSure;
  }
}
