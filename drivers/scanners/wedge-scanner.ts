import type { Driver, Output } from "#drivers/driver.ts";
import { BEGUN_BEFORE, FRAME_LIMIT } from "#drivers/framing/terminator-framer.ts";
import { BootKeyboard, type Stroke } from "#drivers/scanners/boot-keyboard.ts";
import type { KeyboardLayout } from "#drivers/scanners/keyboard-layout.ts";
import { bytesOf, isArticle, isEnd } from "#drivers/scanners/keyed-label.ts";
import { scanSignal } from "#drivers/scanners/scan-signal.ts";
import type { ScanNoise, ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** No scanner pauses longer between two keys, and no person types so fast for long. */
const GAP_MAX_MS = 40;
const GAP_MEAN_MAX_MS = 30;
/** Silence that ends a label of a scanner that sends no Enter. */
const END_AFTER = millis(200);
/**
 * Of one that sends an end, or may: the end, or the rest, is waited for, because the machine may
 * have been busy. What comes after a pause is the tail, and the tail of one code may be another.
 */
const STALE_AFTER = millis(2000);
/** Two keys struck together look like a scanner's; so few of them are no label. */
const KEYS_MIN = 3;
const KEYS_MIN_WITHOUT_END = 6;

/** Bytes before each report: milliseconds since the link was opened, little-endian. */
const STAMP_BYTES = 4;

/**
 * A scanner that is a keyboard to the system. Each `receive` is one report with the time at which
 * it was read (`drivers/links/usb-keyboard.ts`): the till's own clock would judge a rhythm by how
 * busy the till is.
 *
 * A scanner types faster than any person, and evenly; what a person types is told as `typed` and
 * never is a scan.
 *
 * Source: rhythms of scanners from 1 ms (Datalogic BC2090) to 19 ms a key (NSC750); limits as in
 * the library KeyboardBarcodeScanner.
 */
export class WedgeScanner implements Driver<ScannerCommand, ScannerSignal> {
  readonly #layout: KeyboardLayout;
  #keyboard = new BootKeyboard();
  #strokes: Stroke[] = [];
  /** When the last key went down, or the last report of an Alt code came. */
  #activeAt = 0;
  #gaps = { count: 0, sumMs: 0 };
  #isSlow = false;
  /** Strokes of an overlong label, which is skipped to its end and told once. */
  #skipped = 0;
  /** Whether its labels end with Enter or Tab: as the last one that was read did. */
  #endsLabels: "unknown" | "always" | "never" = "unknown";
  #deadline: Millis | null = null;

  constructor(layout: KeyboardLayout) {
    this.#layout = layout;
  }

  get deadline(): Millis | null {
    return this.#deadline;
  }

  open(_now: Millis): Output<ScannerSignal> {
    this.#keyboard = new BootKeyboard();
    this.#endsLabels = "unknown";
    this.#forget();
    return told([]);
  }

  receive(bytes: Uint8Array, now: Millis): Output<ScannerSignal> {
    const wasTypingCode = this.#keyboard.isAltHeld;
    const strokes = this.#keyboard.take(bytes.subarray(STAMP_BYTES));
    if (strokes === null) {
      return told([{ type: "ScanNoise", reason: "unknown-report", bytesDropped: bytes.length }]);
    }
    const at = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const isSlowCode = wasTypingCode && this.#gapTo(at) > GAP_MAX_MS;
    const signals = strokes.flatMap((stroke) => this.#take(stroke, isSlowCode, at, now));
    if (this.#keyboard.isAltHeld) this.#activeAt = at;
    return told(signals);
  }

  obey(_command: ScannerCommand, _now: Millis): Output<ScannerSignal> {
    return told([]);
  }

  wake(now: Millis): Output<ScannerSignal> {
    if (this.#deadline === null || now < this.#deadline) return told([]);
    if (this.#isWholeWithoutEnd()) this.#endsLabels = "never";
    if (this.#endsLabels === "never") return told(this.#finish(KEYS_MIN_WITHOUT_END));
    return told(this.#drop(this.#isTyped ? "typed" : "stale-fragment"));
  }

  close(_now: Millis): Output<ScannerSignal> {
    return told(this.#drop("stale-fragment"));
  }

  #take(stroke: Stroke, isSlow: boolean, at: number, now: Millis): readonly ScannerSignal[] {
    const signals: ScannerSignal[] = [];
    const gap = this.#gapTo(at);
    if (this.#count > 0 && gap > END_AFTER && this.#endsLabels === "never") {
      signals.push(...this.#finish(KEYS_MIN_WITHOUT_END));
    }
    if (this.#count > 0) {
      this.#gaps = { count: this.#gaps.count + 1, sumMs: this.#gaps.sumMs + gap };
      if (gap > GAP_MAX_MS) this.#isSlow = true;
    }
    // Keys so soon after the link was opened are the tail of a label that began before.
    if (isSlow || (this.#count === 0 && at < BEGUN_BEFORE)) this.#isSlow = true;
    this.#activeAt = at;
    if (isEnd(stroke, this.#layout)) return [...signals, ...this.#end()];
    if (this.#strokes.length < FRAME_LIMIT) this.#strokes.push(stroke);
    else this.#skipped += 1;
    this.#deadline = millis(now + (this.#endsLabels === "never" ? END_AFTER : STALE_AFTER));
    return signals;
  }

  /** The first label that no Enter ends must prove itself, by its check digit, to be no head. */
  #isWholeWithoutEnd(): boolean {
    if (this.#endsLabels === "always" || this.#isTyped || this.#count < KEYS_MIN_WITHOUT_END) {
      return false;
    }
    const bytes = bytesOf(this.#strokes, this.#layout);
    return bytes !== null && isArticle(bytes);
  }

  #end(): readonly ScannerSignal[] {
    const signals = this.#finish(KEYS_MIN);
    if (signals.some(({ type }) => type === "ScanData")) this.#endsLabels = "always";
    return signals;
  }

  /** What was typed until now, as a scan if a scanner typed it. Nothing typed is nothing. */
  #finish(keysMin: number): readonly ScannerSignal[] {
    const count = this.#count;
    if (this.#isTyped || count < keysMin) return this.#drop("typed");
    if (this.#skipped > 0) return this.#drop("too-long");
    const bytes = bytesOf(this.#strokes, this.#layout);
    if (bytes === null) return this.#drop("not-text");
    this.#forget();
    return [scanSignal(bytes)];
  }

  #drop(reason: ScanNoise["reason"]): readonly ScannerSignal[] {
    const bytesDropped = this.#count;
    this.#forget();
    return bytesDropped === 0 ? [] : [{ type: "ScanNoise", reason, bytesDropped }];
  }

  /** No scanner's rhythm. */
  get #isTyped(): boolean {
    const { count, sumMs } = this.#gaps;
    return this.#isSlow || sumMs > GAP_MEAN_MAX_MS * count;
  }

  get #count(): number {
    return this.#strokes.length + this.#skipped;
  }

  /** Milliseconds; the stamps run over after 49 days. */
  #gapTo(at: number): number {
    return (at - this.#activeAt) >>> 0;
  }

  #forget(): void {
    this.#strokes = [];
    this.#gaps = { count: 0, sumMs: 0 };
    this.#skipped = 0;
    this.#isSlow = false;
    this.#deadline = null;
  }
}

const told = (signals: readonly ScannerSignal[]): Output<ScannerSignal> => ({
  writes: [],
  signals,
});
