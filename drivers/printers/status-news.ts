import type { PrinterStatus } from "#drivers/printers/signal.ts";
import { isSameStatus, silentStatus } from "#drivers/printers/status.ts";

/**
 * What is believed of a printer, and what of it people have been told. One that should have
 * answered by now is told as silent long before anything is given up for it.
 */
export class StatusNews {
  #status: PrinterStatus = silentStatus;
  #isQuiet = false;
  /** What was told last; the first is news whatever it is. */
  #told: PrinterStatus | null = null;

  /** What is decided, whether it seems to be quiet or not. */
  get status(): PrinterStatus {
    return this.#status;
  }

  get isTold(): boolean {
    return this.#told !== null;
  }

  /** The printer may be another. */
  forget(): void {
    this.#status = silentStatus;
    this.#isQuiet = false;
    this.#told = null;
  }

  /** A round may end well though its last answer is missing: only a word from it ends the quiet. */
  decide(status: PrinterStatus): void {
    this.#status = status;
    if (status.state === "no-answer") this.#isQuiet = false;
  }

  /** It should have answered, and nothing is decided by that. */
  get isQuiet(): boolean {
    return this.#isQuiet;
  }

  missAnswer(): void {
    this.#isQuiet = true;
  }

  hearSomething(): void {
    this.#isQuiet = false;
  }

  /** @returns what there is to tell; null when it has been told */
  take(): PrinterStatus | null {
    const news = this.#isQuiet ? silentStatus : this.#status;
    if (this.#told !== null && isSameStatus(news, this.#told)) return null;
    this.#told = news;
    return news;
  }
}
