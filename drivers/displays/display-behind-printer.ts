import { CustomerDisplay } from "#drivers/displays/customer-display.ts";
import type { DisplayLanguage } from "#drivers/displays/language.ts";
import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import { ESC_SELECT, SELECT_DISPLAY, SELECT_PRINTER } from "#drivers/wire/displays.ts";
import { ESC } from "#drivers/wire/escpos.ts";
import { type Millis, millis } from "#state/base/units.ts";

type Command = PrinterCommand | DisplayCommand;
type Signal = PrinterSignal | DisplaySignal;

/**
 * A receipt printer with a customer display on its second plug. Between `ESC = 2` and `ESC = 1` the
 * display eats everything, so both go out with the text in one write, and only while the printer is
 * ready and no receipt is under way; meanwhile the newest picture waits.
 */
export class DisplayBehindPrinter implements Driver<Command, Signal> {
  readonly #printer: Driver<PrinterCommand, PrinterSignal>;
  readonly #display: CustomerDisplay;
  readonly #jobs = new Set<string>();
  #state: "ready" | "offline" | "no-answer" = "no-answer";
  #isShowing = false;
  #waiting: DisplayCommand | null = null;

  constructor(printer: Driver<PrinterCommand, PrinterSignal>, language: DisplayLanguage) {
    this.#printer = printer;
    this.#display = new CustomerDisplay(language);
  }

  get deadline(): Millis | null {
    const own = this.#mayShow ? this.#display.deadline : null;
    const due = [this.#printer.deadline, own].filter((at) => at !== null);
    return due.length === 0 ? null : millis(Math.min(...due));
  }

  open(now: Millis): Output<Signal> {
    return this.#follow(this.#printer.open(now), now);
  }

  receive(bytes: Uint8Array, now: Millis): Output<Signal> {
    const writes: Uint8Array[] = [];
    const signals: Signal[] = [];
    // One at a time: when the picture goes out must not depend on how the line split the stream.
    for (const byte of bytes) {
      const output = this.#follow(this.#printer.receive(Uint8Array.of(byte), now), now);
      writes.push(...output.writes);
      signals.push(...output.signals);
    }
    return { writes, signals };
  }

  obey(command: Command, now: Millis): Output<Signal> {
    if (command.type === "show") {
      this.#waiting = command;
      return this.#follow(nothing, now);
    }
    if (command.type === "print") this.#jobs.add(command.jobId);
    return this.#follow(this.#printer.obey(command, now), now);
  }

  wake(now: Millis): Output<Signal> {
    const { deadline } = this.#printer;
    const isDue = deadline !== null && now >= deadline;
    return this.#follow(isDue ? this.#printer.wake(now) : nothing, now);
  }

  close(now: Millis): Output<Signal> {
    const output = this.#printer.close(now);
    this.#jobs.clear();
    this.#state = "no-answer";
    this.#hide(now);
    return output;
  }

  get #mayShow(): boolean {
    return this.#state === "ready" && this.#jobs.size === 0;
  }

  #follow(printer: Output<PrinterSignal>, now: Millis): Output<Signal> {
    for (const signal of printer.signals) {
      if (signal.type === "StatusUpdate") this.#state = signal.status.state;
      const isEnd = signal.type === "OutputComplete" || signal.type === "OutputError";
      if (isEnd) this.#jobs.delete(signal.jobId);
    }
    if (this.#state === "no-answer") this.#hide(now);
    const display = this.#mayShow ? this.#show(now) : [];
    return {
      writes: [...printer.writes, ...display.flatMap(({ writes }) => writes.map(passedThrough))],
      signals: [...printer.signals, ...display.flatMap(({ signals }) => signals)],
    };
  }

  #show(now: Millis): readonly Output<DisplaySignal>[] {
    const waiting = this.#waiting === null ? nothing : this.#display.obey(this.#waiting, now);
    this.#waiting = null;
    const opened = this.#isShowing ? nothing : this.#display.open(now);
    this.#isShowing = true;
    const { deadline } = this.#display;
    const woken = deadline !== null && now >= deadline ? this.#display.wake(now) : nothing;
    return [waiting, opened, woken];
  }

  /** A printer that is off takes its display with it. */
  #hide(now: Millis): void {
    if (this.#isShowing) this.#display.close(now);
    this.#isShowing = false;
  }
}

const nothing: Output<never> = { writes: [], signals: [] };

function passedThrough(bytes: Uint8Array): Uint8Array {
  const [select, back] = [SELECT_DISPLAY, SELECT_PRINTER];
  return Uint8Array.of(ESC, ESC_SELECT, select, ...bytes, ESC, ESC_SELECT, back);
}
