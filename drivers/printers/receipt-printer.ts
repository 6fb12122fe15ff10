import type { Driver, Output } from "#drivers/driver.ts";
import { BackChannel, type Said } from "#drivers/printers/back-channel.ts";
import { type KickMoment, Kicks } from "#drivers/printers/kick.ts";
import type { PrinterLanguage } from "#drivers/printers/language.ts";
import { printerLanguages } from "#drivers/printers/languages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { lineOf, type PrinterOptions } from "#drivers/printers/options.ts";
import { Outgoing } from "#drivers/printers/outgoing.ts";
import { Preparation } from "#drivers/printers/preparation.ts";
import { PrintQueue } from "#drivers/printers/print-queue.ts";
import type { PrinterCommand, PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import { type Reported, silentStatus, statusOf, trustedStatus } from "#drivers/printers/status.ts";
import { StatusNews } from "#drivers/printers/status-news.ts";
import {
  ATTEMPTS_DURING_JOB,
  type RoundStep,
  StatusRound,
} from "#drivers/printers/status-round.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Until a printer is asked again, by its state. */
const ASK_AGAIN = { ready: millis(5000), offline: millis(1000), "no-answer": millis(2000) };

/**
 * A receipt printer, whatever its language, as a two-way channel: it is asked before a job, it says
 * when paper or cover stop one, and a job ends when the printer has said so, or is marked honestly
 * as unconfirmed. Recovery from an error is a person's word and never sent.
 */
export class ReceiptPrinter implements Driver<PrinterCommand, PrinterSignal> {
  readonly #language: PrinterLanguage;
  readonly #model: PrinterModel;
  readonly #openLevel: "high" | "low";
  readonly #preparation: Preparation;
  readonly #queue: PrintQueue;
  readonly #round: StatusRound;
  #back: BackChannel;
  readonly #out = new Outgoing<PrinterSignal>();
  #isOpen = false;
  /** False until the first round after `open` has ended: nobody knows the printer's state yet. */
  #isDecided = false;
  /** Automatic status came during the round: it is newer than the round's answers. */
  #isOvertaken = false;
  /** The printer has said XOFF: the next XON is the answer to it and no sign of a power cycle. */
  #isHeldOff = false;
  readonly #news = new StatusNews();
  readonly #kicks: Kicks;
  #askAt: Millis | null = null;

  constructor(model: PrinterModel, options: PrinterOptions) {
    const { drawerOpenWhenPin3, drawerPulse } = options;
    this.#kicks = new Kicks(model, this.#out, drawerPulse);
    this.#openLevel = drawerOpenWhenPin3 ?? model.drawerOpenWhenPin3;
    this.#language = printerLanguages[model.speaks];
    this.#preparation = new Preparation(model, this.#language, this.#out);
    this.#model = model;
    this.#round = new StatusRound(this.#language.questions);
    this.#back = new BackChannel(this.#language.framing);
    this.#queue = new PrintQueue(model, lineOf(options), (signal) => this.#out.signal(signal));
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
    this.#preparation.begin();
    this.#beginRound(now);
    return this.#out.flush();
  }

  receive(bytes: Uint8Array, now: Millis): Output<PrinterSignal> {
    if (!this.#isOpen) return this.#out.flush();
    for (const byte of bytes) {
      const said = this.#back.take(byte, now);
      if (said === null) continue;
      this.#news.hearSomething();
      this.#hear(said, now);
    }
    if (this.#news.isTold) this.#tell();
    return this.#out.flush();
  }

  obey(command: PrinterCommand, now: Millis): Output<PrinterSignal> {
    if (command.type === "openDrawer") this.#askThenKick(command.kickId, now);
    else this.#queue.add(command, this.#isOpen);
    if (this.#isOpen && command.type === "print") this.#askBeforePrinting(now);
    return this.#out.flush();
  }

  wake(now: Millis): Output<PrinterSignal> {
    const bytesDropped = this.#back.settle(now);
    if (bytesDropped > 0) this.#out.signal({ type: "PrinterNoise", bytesDropped });
    this.#follow(this.#round.wake(now), now);
    if (this.#askAt !== null && now >= this.#askAt) this.#beginRound(now);
    const { resumesAt } = this.#queue;
    if (resumesAt !== null && now >= resumesAt) this.#send(now);
    return this.#out.flush();
  }

  close(now: Millis): Output<PrinterSignal> {
    this.#isOpen = false;
    this.#isDecided = false;
    this.#askAt = null;
    this.#round.stop();
    this.#back = new BackChannel(this.#language.framing);
    this.#queue.failAll("link-lost");
    this.#kickHeld(now);
    if (this.#news.isTold) this.#report(silentStatus);
    return this.#out.flush();
  }

  #hear(said: Said, now: Millis): void {
    const { isAsking } = this.#round;
    const wasHeard = this.#isDecided && this.#news.status.state !== "no-answer";
    if (!wasHeard) this.#preparation.tellSettings();
    switch (said.type) {
      case "status":
        this.#isOvertaken = true;
        this.#learn(said.reported, now);
        if (said.mark !== null && this.#queue.confirm(said.mark, now)) this.#send(now);
        if (this.#language.fromAnswers === null && isAsking) this.#answer(0, now);
        break;
      case "answer":
        if (isAsking) this.#answer(said.status, now);
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
    this.#follow(this.#round.answer(status, now), now);
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
    this.#preparation.tellSettings();
    if (!this.#round.isAsking) this.#beginRound(now);
  }

  #prepare(now: Millis): void {
    this.#preparation.give(now);
    this.#round.stop();
    this.#beginRound(now);
  }

  #follow(step: RoundStep, now: Millis): void {
    if (step.ask !== null) this.#out.write([step.ask]);
    if (step.isQuiet && this.#preparation.behind(now) === 0) {
      this.#news.missAnswer();
      this.#isHeldOff = false; // a printer that is full answers: an XON now is a power cycle's
      this.#tell();
    }
    if (step.over === null) return;
    this.#preparation.asked();
    // One that has not said a word may be in the middle of a command.
    const isMute = step.over === "silent" && !this.#isDecided;
    if (step.over === "silent") {
      this.#preparation.answered();
      this.#decide(silentStatus, now);
    } else if (this.#isOvertaken || this.#language.fromAnswers === null) {
      this.#decide(this.#news.status, now);
    } else {
      this.#learn(this.#language.fromAnswers(step.over), now);
    }
    const isReady = this.#news.status.state === "ready";
    if (this.#preparation.isDue && (isReady || isMute)) {
      this.#prepare(now);
      if (isReady) return;
    }
    this.#queue.checked(this.#news.status, now);
    this.#send(now);
  }

  #learn(reported: Reported, now: Millis): void {
    this.#preparation.answered();
    this.#decide(statusOf(reported, this.#openLevel), now);
  }

  #decide(status: PrinterStatus, now: Millis): void {
    if (this.#preparation.isDue && status.state === "ready") {
      this.#news.decide(status); // and told when it is prepared
      return;
    }
    this.#isDecided = true;
    const wasReady = this.#news.status.state === "ready";
    this.#report(status);
    if (!wasReady && status.state === "ready") this.#queue.progress(now);
    this.#kickHeld(now);
    this.#planRound(now);
  }

  #report(status: PrinterStatus): void {
    this.#news.decide(status);
    this.#tell();
  }

  #tell(): void {
    const status = this.#news.take();
    if (status !== null) this.#out.signal({ type: "StatusUpdate", status });
  }

  /** Sends what the queue has ready, then asks when its next answer is overdue. */
  #send(now: Millis): void {
    this.#kickHeld(now);
    for (const bytes of this.#queue.take(now)) this.#out.send(bytes);
    this.#kickHeld(now);
    if (this.#queue.isWaiting) this.#askBeforePrinting(now);
    this.#planRound(now);
  }

  #askBeforePrinting(now: Millis): void {
    if (!this.#queue.isPrinting && !this.#round.isAsking) this.#beginRound(now);
  }

  #planRound(now: Millis): void {
    if (this.#round.isAsking || !this.#isOpen || !this.#model.mayBeAsked) return;
    const { state } = this.#news.status;
    const askDuringJob = state === "ready" ? this.#queue.askAgainAt(now) : null;
    this.#askAt = askDuringJob ?? millis(now + ASK_AGAIN[state]);
  }

  #beginRound(now: Millis): void {
    this.#askAt = null;
    this.#isOvertaken = false;
    this.#queue.asked(now);
    const attempts = this.#queue.isPrinting ? ATTEMPTS_DURING_JOB : undefined;
    const wait = Math.max(this.#preparation.behind(now), this.#queue.behind(now));
    if (this.#model.mayBeAsked) this.#follow(this.#round.begin(now, wait, attempts), now);
    else this.#trust(now);
  }

  /** What a round comes to with a printer that hangs when it is asked. */
  #trust(now: Millis): void {
    if (this.#preparation.isDue) {
      this.#prepare(now);
      return;
    }
    this.#preparation.asked();
    this.#preparation.answered();
    this.#decide(trustedStatus, now);
    this.#queue.checked(this.#news.status, now);
    this.#send(now);
  }

  /** What was ready seconds ago may be switched off by now, or wait for paper with the pulse. */
  #askThenKick(kickId: string, now: Millis): void {
    const isReady = this.#isDecided && this.#news.status.state === "ready";
    const asksFirst = isReady && this.#model.mayBeAsked && !this.#queue.isPrinting;
    if (asksFirst && this.#kicks.hold(kickId, now)) this.#askBeforePrinting(now);
    else this.#kick(kickId, now);
  }

  #kick(kickId: string, now: Millis): void {
    if (this.#kicks.give(kickId, this.#kickMoment, now)) this.#askBeforePrinting(now);
  }

  /** Some printers pulse only once their status has been read (reported for the TM-m30). */
  #kickHeld(now: Millis): void {
    if (this.#kicks.giveHeld(this.#kickMoment, now)) this.#askBeforePrinting(now);
  }

  get #kickMoment(): KickMoment {
    const { status, isQuiet } = this.#news;
    const isKnown = this.#isDecided && !isQuiet && !this.#preparation.isUnderWay;
    return {
      status: isKnown ? status : null,
      isOpen: this.#isOpen,
      isUnderReceipt: this.#preparation.isDue || this.#queue.mayHoldReceipt,
    };
  }
}
