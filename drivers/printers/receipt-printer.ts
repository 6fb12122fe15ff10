import type { Driver, Output } from "#drivers/driver.ts";
import { BackChannel, type Said } from "#drivers/printers/back-channel.ts";
import { type DrawerPulse, type NamedCommand, usualPulse } from "#drivers/printers/commands.ts";
import { kickFor } from "#drivers/printers/kick.ts";
import type { PrinterLanguage } from "#drivers/printers/language.ts";
import { printerLanguages, settingsOf } from "#drivers/printers/languages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { msPerByte, type PrinterOptions, SLOWEST } from "#drivers/printers/options.ts";
import { PrintQueue } from "#drivers/printers/print-queue.ts";
import type { PrinterCommand, PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import { type Reported, silentStatus, statusOf, trustedStatus } from "#drivers/printers/status.ts";
import { StatusNews } from "#drivers/printers/status-news.ts";
import {
  ATTEMPTS_DURING_JOB,
  type RoundStep,
  StatusRound,
} from "#drivers/printers/status-round.ts";
import { NUL } from "#drivers/wire/escpos.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Until a printer is asked again, by its state. */
const ASK_AGAIN = { ready: millis(5000), offline: millis(1000), "no-answer": millis(2000) };
/** Kicks held back while a printer is asked that was just opened or seems silent. */
const KICK_LIMIT = 8;

/**
 * A receipt printer, whatever its language, as a two-way channel: it is asked before a job, it says
 * when paper or cover stop one, and a job ends when the printer has said so, or is marked honestly
 * as unconfirmed. Recovery from an error is a person's word and never sent.
 */
export class ReceiptPrinter implements Driver<PrinterCommand, PrinterSignal> {
  readonly #language: PrinterLanguage;
  readonly #settings: readonly NamedCommand[];
  readonly #mayBeAsked: boolean;
  readonly #openLevel: "high" | "low";
  readonly #pulse: DrawerPulse;
  /** Ends a command that an earlier link broke off: it takes these for its missing data. */
  readonly #filling: Uint8Array;
  readonly #queue: PrintQueue;
  readonly #round: StatusRound;
  #back: BackChannel;
  #writes: Uint8Array[] = [];
  #signals: PrinterSignal[] = [];
  #isOpen = false;
  /** False until the first round after `open` has ended: nobody knows the printer's state yet. */
  #isDecided = false;
  /** The printer was told its settings and has not answered since. */
  #isInitializing = false;
  /** Automatic status came during the round: it is newer than the round's answers. */
  #isOvertaken = false;
  /** The printer has said XOFF: the next XON is the answer to it and no sign of a power cycle. */
  #isHeldOff = false;
  readonly #news = new StatusNews();
  #kicks: string[] = [];
  #askAt: Millis | null = null;

  constructor(model: PrinterModel, options: PrinterOptions) {
    const { drawerOpenWhenPin3, drawerPulse = usualPulse, firstProcessId, baudRate } = options;
    this.#pulse = drawerPulse;
    this.#openLevel = drawerOpenWhenPin3 ?? model.drawerOpenWhenPin3;
    this.#filling = new Uint8Array(model.bandBytes).fill(NUL);
    this.#language = printerLanguages[model.speaks];
    this.#settings = settingsOf(model);
    this.#mayBeAsked = model.mayBeAsked;
    this.#round = new StatusRound(this.#language.questions);
    this.#back = new BackChannel(this.#language.framing);
    const line = {
      seed: firstProcessId,
      msPerByte: baudRate === undefined ? 0 : msPerByte(baudRate),
    };
    this.#queue = new PrintQueue(model, line, (signal) => this.#signals.push(signal));
  }

  get deadline(): Millis | null {
    const { resumesAt } = this.#queue;
    const deadlines = [this.#back.deadline, this.#round.deadline, this.#askAt, resumesAt];
    const due = deadlines.filter((deadline) => deadline !== null);
    return due.length === 0 ? null : millis(Math.min(...due));
  }

  open(now: Millis): Output<PrinterSignal> {
    this.#back = new BackChannel(this.#language.framing);
    this.#isOpen = true;
    this.#isDecided = false;
    this.#news.forget();
    this.#isHeldOff = false;
    this.#queue.open();
    this.#writes.push(this.#filling);
    this.#write(this.#language.greeting);
    this.#initialize();
    this.#beginRound(now, Math.ceil(msPerByte(SLOWEST) * this.#filling.length));
    return this.#flush();
  }

  receive(bytes: Uint8Array, now: Millis): Output<PrinterSignal> {
    if (!this.#isOpen) return this.#flush();
    for (const byte of bytes) {
      const said = this.#back.take(byte, now);
      if (said === null) continue;
      this.#news.hearSomething();
      this.#hear(said, now);
    }
    if (this.#news.isTold) this.#tell();
    return this.#flush();
  }

  obey(command: PrinterCommand, now: Millis): Output<PrinterSignal> {
    if (command.type === "openDrawer") this.#kick(command.kickId, now);
    else this.#queue.add(command, this.#isOpen);
    if (this.#isOpen && command.type === "print") this.#askBeforePrinting(now);
    return this.#flush();
  }

  wake(now: Millis): Output<PrinterSignal> {
    const bytesDropped = this.#back.settle(now);
    if (bytesDropped > 0) this.#signals.push({ type: "PrinterNoise", bytesDropped });
    this.#follow(this.#round.wake(now), now);
    if (this.#askAt !== null && now >= this.#askAt) this.#beginRound(now);
    const { resumesAt } = this.#queue;
    if (resumesAt !== null && now >= resumesAt) this.#send(now);
    return this.#flush();
  }

  close(_now: Millis): Output<PrinterSignal> {
    this.#isOpen = false;
    this.#isDecided = false;
    this.#askAt = null;
    this.#round.stop();
    this.#back = new BackChannel(this.#language.framing);
    this.#queue.failAll("link-lost");
    for (const kickId of this.#kicks.splice(0)) {
      this.#signals.push({ type: "DrawerKickFailed", kickId });
    }
    if (this.#news.isTold) this.#report(silentStatus);
    return this.#flush();
  }

  #hear(said: Said, now: Millis): void {
    if (!this.#isDecidedAndHeard() && !this.#isInitializing) this.#initialize();
    switch (said.type) {
      case "status":
        this.#isOvertaken = true;
        this.#learn(said.reported, now);
        if (said.mark !== null && this.#queue.confirm(said.mark, now)) this.#send(now);
        if (this.#language.fromAnswers === null) this.#answer(0, now);
        break;
      case "answer":
        if (this.#round.isAsking) this.#answer(said.status, now);
        else this.#back.reject(1, now);
        break;
      case "mark":
        if (this.#queue.confirm(said.mark, now, said.text)) this.#send(now);
        else if (said.bytes > 0) this.#back.reject(said.bytes, now);
        break;
      case "unknown":
        this.#back.reject(said.bytes, now);
        break;
      case "flow":
        this.#flow(said.isOn, now);
    }
  }

  #answer(status: number, now: Millis): void {
    if (this.#round.isAsking) this.#follow(this.#round.answer(status, now), now);
  }

  /**
   * XON without an XOFF before it is what a printer says when it is switched on: what it held is
   * lost, and nobody reports changes any more.
   */
  #flow(isOn: boolean, now: Millis): void {
    this.#queue.progress(now);
    const isAnswer = this.#isHeldOff;
    this.#isHeldOff = !isOn;
    this.#queue.holdOff(!isOn);
    if (isAnswer) this.#send(now);
    if (!isOn || isAnswer || !this.#isDecided) return;
    this.#queue.failCurrent("no-answer");
    if (!this.#isInitializing) this.#initialize();
    if (!this.#round.isAsking) this.#beginRound(now);
  }

  #isDecidedAndHeard(): boolean {
    return this.#isDecided && this.#news.status.state !== "no-answer";
  }

  #follow(step: RoundStep, now: Millis): void {
    if (step.ask !== null) this.#write([step.ask]);
    if (step.isQuiet) {
      this.#news.missAnswer();
      this.#tell();
    }
    if (step.over === null) return;
    if (step.over === "silent") {
      this.#isInitializing = false;
      this.#decide(silentStatus, now);
    } else if (this.#isOvertaken || this.#language.fromAnswers === null) {
      this.#decide(this.#news.status, now);
    } else {
      this.#learn(this.#language.fromAnswers(step.over), now);
    }
    this.#queue.checked(this.#news.status, now);
    this.#send(now);
  }

  #learn(reported: Reported, now: Millis): void {
    this.#isInitializing = false;
    this.#decide(statusOf(reported, this.#openLevel), now);
  }

  #decide(status: PrinterStatus, now: Millis): void {
    this.#isDecided = true;
    const wasReady = this.#news.status.state === "ready";
    this.#report(status);
    if (!wasReady && status.state === "ready") this.#queue.progress(now);
    for (const kickId of this.#kicks.splice(0)) this.#kick(kickId, now);
    this.#planRound(now);
  }

  #report(status: PrinterStatus): void {
    this.#news.decide(status);
    this.#tell();
  }

  #tell(): void {
    const status = this.#news.take();
    if (status !== null) this.#signals.push({ type: "StatusUpdate", status });
  }

  /** Sends what the queue has ready, then asks when its next answer is overdue. */
  #send(now: Millis): void {
    for (const bytes of this.#queue.take(now)) this.#writes.push(bytes);
    if (this.#queue.isWaiting) this.#askBeforePrinting(now);
    this.#planRound(now);
  }

  #askBeforePrinting(now: Millis): void {
    if (!this.#queue.isPrinting && !this.#round.isAsking) this.#beginRound(now);
  }

  #planRound(now: Millis): void {
    if (this.#round.isAsking || !this.#isOpen || !this.#mayBeAsked) return;
    const { state } = this.#news.status;
    const askDuringJob = state === "ready" ? this.#queue.askAgainAt(now) : null;
    this.#askAt = askDuringJob ?? millis(now + ASK_AGAIN[state]);
  }

  #beginRound(now: Millis, behind = 0): void {
    this.#askAt = null;
    this.#isOvertaken = false;
    const attempts = this.#queue.isPrinting ? ATTEMPTS_DURING_JOB : undefined;
    const wait = Math.max(behind, this.#queue.behind(now));
    if (this.#mayBeAsked) this.#follow(this.#round.begin(now, wait, attempts), now);
    else this.#trust(now);
  }

  /** What a round comes to with a printer that hangs when it is asked. */
  #trust(now: Millis): void {
    this.#isInitializing = false;
    this.#decide(trustedStatus, now);
    this.#queue.checked(this.#news.status, now);
    this.#send(now);
  }

  #kick(kickId: string, now: Millis): void {
    const mayAnswer = this.#isOpen && (!this.#isDecided || this.#news.isQuiet);
    if (mayAnswer && this.#kicks.length < KICK_LIMIT) {
      this.#kicks.push(kickId);
      return;
    }
    const commands = this.#isDecided
      ? kickFor(this.#news.status, this.#language, this.#pulse)
      : null;
    if (commands === null) {
      this.#signals.push({ type: "DrawerKickFailed", kickId });
      return;
    }
    this.#write(commands);
    this.#signals.push({ type: "DrawerKicked", kickId });
    // Some printers pulse only once their status has been read (reported for the TM-m30).
    if (!this.#queue.isPrinting && !this.#round.isAsking) this.#beginRound(now);
  }

  #initialize(): void {
    this.#isInitializing = true;
    this.#write(this.#settings);
  }

  #write(commands: readonly NamedCommand[]): void {
    for (const { bytes } of commands) this.#writes.push(bytes);
  }

  #flush(): Output<PrinterSignal> {
    const output = { writes: this.#writes, signals: this.#signals };
    this.#writes = [];
    this.#signals = [];
    return output;
  }
}
