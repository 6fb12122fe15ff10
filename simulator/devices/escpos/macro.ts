import type { Token } from "../printing/tokenizer.ts";

/** What a macro holds; what comes beyond is not kept. Source: Epson TM-T88III, GS :. */
export const MACRO_BYTES_MAX = 2048;

/** `GS ^ r t m`: how often, with which pause before each, and whether a person starts each. */
export interface MacroRun {
  readonly times: number;
  readonly pauseMs: number;
  readonly isByButton: boolean;
}

/** `GS :` … `GS :` and `GS ^`. `ESC @` leaves it as it is; only power ends it. */
export class Macro {
  #tokens: readonly Token[] = [];
  #bytes = 0;
  #isRecording = false;
  #due: MacroRun | null = null;

  get isRecording(): boolean {
    return this.#isRecording;
  }

  /** `GS :` begins a new one, or ends the one that is being defined. */
  toggle(): void {
    this.#isRecording = !this.#isRecording;
    if (this.#isRecording) this.#forget();
  }

  record(token: Token): void {
    const size = token.kind === "command" ? token.bytes.length : 1;
    if (token.kind === "oversized" || this.#bytes + size > MACRO_BYTES_MAX) return;
    this.#tokens = [...this.#tokens, token];
    this.#bytes += size;
  }

  /** In the middle of a definition it ends that, and nothing is left of it. */
  execute(run: MacroRun): void {
    if (!this.#isRecording) this.#due = run;
    else this.clear();
  }

  /** What has been asked for since the last time, and what it is made of. */
  due(): (MacroRun & { readonly tokens: readonly Token[] }) | null {
    const run = this.#due;
    this.#due = null;
    return run === null || this.#tokens.length === 0 ? null : { ...run, tokens: this.#tokens };
  }

  clear(): void {
    this.#isRecording = false;
    this.#forget();
  }

  #forget(): void {
    this.#tokens = [];
    this.#bytes = 0;
  }
}
