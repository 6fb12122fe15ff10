import { clearingStep, Job, partingStep, type Step, stepsOf } from "#drivers/printers/job.ts";
import type { PrinterLanguage } from "#drivers/printers/language.ts";
import { printerLanguages, settingsOf } from "#drivers/printers/languages.ts";
import type { Markers } from "#drivers/printers/marker.ts";
import { MarkerTrust } from "#drivers/printers/marker-trust.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { type EncodedReceipt, ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import type { PrinterCommand, PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import { troubleOf } from "#drivers/printers/status.ts";
import { type Millis, millis } from "#state/base/units.ts";

type PrintCommand = Extract<PrinterCommand, { type: "print" }>;
type Reason = Extract<PrinterSignal, { type: "OutputError" }>["reason"];

/** Receipts that may wait; a counter that owes more has a broken printer and hears so. */
export const QUEUE_LIMIT = 16;
/**
 * Not every clone reports by itself that the roll ran out under a receipt, and none that it was
 * switched off. With a step's time on the wire and the time of an answer it is within a second.
 */
const ASK_DURING_JOB = 250;
/** The longest a step may be on a line whose speed is known, and a question behind it. */
const STEP_WITHIN = 300;
/** Of whole commands at once where an XOFF counts: a row of the paper, or a little more. */
const ROW_BYTES = 64;
/** Time a byte takes at 9600 baud, twice over: what a line behind a network may be. */
const MS_PER_BYTE = 2;

/**
 * The receipts a printer owes, one at a time. A step is sent when the one before is confirmed.
 * The wait is measured in progress, not in total: nothing runs out while paper is being changed.
 */
export class PrintQueue {
  readonly #model: PrinterModel;
  readonly #encoder: ReceiptEncoder;
  readonly #markers: Markers;
  readonly #trust: MarkerTrust;
  readonly #signal: (signal: PrinterSignal) => void;
  readonly #identity: PrinterLanguage["identity"];
  readonly #msPerByte: number;
  /** The most bytes a step may have. */
  readonly #stepBytes: number;
  #waiting: PrintCommand[] = [];
  #job: Job | null = null;
  /** When a printer that is ready has let too much time pass; null while nothing is printing. */
  #deadline: Millis | null = null;
  #mayStart = false;
  /** When the step under way has left a line of known speed. */
  #isThroughAt: Millis = millis(0);
  /** The printer has said XOFF; where it confirms, a step waits for that anyway. */
  #isHeldOff = false;
  /** When the last round was begun; null: before the marker at rest was answered. */
  #askedAt: Millis | null = millis(0);
  /** It took a question that it does not know: letters of it may wait to be printed. */
  #holdsLetters = false;
  /** A receipt was given up before its cut was confirmed: it may hang in the printer. */
  #leavesPaper = false;
  /** The last one was sent, and the printer cannot say what became of it. */
  #isUnsure = false;

  /**
   * @param seed where the numbers of markers begin
   * @param msPerByte of the line; 0 where it is fast, or not known
   */
  constructor(
    model: PrinterModel,
    { seed, msPerByte }: { readonly seed: number; readonly msPerByte: number },
    signal: (signal: PrinterSignal) => void,
  ) {
    this.#model = model;
    this.#identity = model.tellsIdentity ? printerLanguages[model.speaks].identity : {};
    this.#msPerByte = msPerByte;
    this.#stepBytes = Math.min(model.bandBytes, Math.floor(STEP_WITHIN / msPerByte));
    this.#markers = printerLanguages[model.speaks].markers(model, seed);
    this.#encoder = new ReceiptEncoder(model);
    this.#trust = new MarkerTrust(model.confirms !== "none");
    this.#signal = signal;
  }

  get isPrinting(): boolean {
    return this.#job !== null;
  }

  /** The printer may hold a part of a receipt: what is queued now waits behind it. */
  get mayHoldReceipt(): boolean {
    return this.#trust.wantsProbe || (this.isPrinting && !this.#mayStart);
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * When to ask a printer that should be printing; null while it should not. Not before a step is
   * through the wire, where the question would seem unanswered, unless it is a row: they go on.
   */
  askAgainAt(now: Millis): Millis | null {
    if (this.#deadline === null) return null;
    const from = this.#trust.isAsked ? Math.max(now, this.#isThroughAt) : (this.#askedAt ?? now);
    return millis(Math.min(this.#deadline, Math.max(now, from + ASK_DURING_JOB)));
  }

  /** How long a question put now may stand behind the step, were the line as slow as they come. */
  behind(now: Millis): number {
    return this.#deadline === null ? 0 : Math.max(0, this.#deadline - this.#patience - now);
  }

  /** The link is open, or the printer behind it may be another: nothing is known of its answers. */
  open(): void {
    this.#isHeldOff = false;
    this.#trust.begin();
    this.#holdsLetters = false;
  }

  /** @param isOff XOFF; else XON */
  holdOff(isOff: boolean): void {
    this.#isHeldOff = isOff;
  }

  /** When the next step of an unconfirmed receipt may follow; null while none waits for that. */
  get resumesAt(): Millis | null {
    const isHeld = this.#isHeldOff && !this.#trust.isAsked;
    return this.#job !== null && this.#mayStart && !isHeld ? this.#isThroughAt : null;
  }

  add(command: PrintCommand, isOpen: boolean): void {
    if (!isOpen) this.#refuse(command.jobId, "link-lost");
    else if (this.#waiting.length >= QUEUE_LIMIT) this.#refuse(command.jobId, "offline");
    else this.#waiting.push(command);
  }

  /** The printer is at work: whatever it still owes may take as long again. */
  progress(now: Millis): void {
    if (this.#job === null) return;
    this.#deadline = millis(now + this.#patience + MS_PER_BYTE * this.#job.bytesSent);
  }

  /**
   * @param text what the answer says beside
   * @returns whether the answer was awaited; then the next step may be taken
   */
  confirm(mark: string, now: Millis, text = ""): boolean {
    if (this.#markers.heard(mark)) {
      this.progress(now);
      this.#trust.heard();
    }
    if (this.#job === null || !this.#job.awaits(mark)) return false;
    this.#trust.answered();
    this.#job.confirmCurrent(text);
    this.#mayStart = true;
    return true;
  }

  /** A status round is begun. */
  asked(now: Millis): void {
    this.#askedAt = now;
  }

  /** A status round has ended: the moment to begin a receipt, or to see that one is stuck. */
  checked(status: PrinterStatus, now: Millis): void {
    if (status.state === "no-answer") {
      this.failAll("no-answer");
    } else if (this.#job === null || (this.#job.isProbe && status.state === "offline")) {
      this.#end();
      this.#mayStart = status.state === "ready" && this.#askedAt !== null;
      if (status.state === "offline") this.#refuseWaiting(troubleOf(status));
    } else if (status.state === "ready" && this.#deadline !== null && now >= this.#deadline) {
      this.#giveUpMarker();
    }
  }

  /** The bytes to send now; signals what begins and ends with them. */
  take(now: Millis): readonly Uint8Array[] {
    const out: Uint8Array[] = [];
    while (this.#mayStart && !this.#mustWait(now)) {
      this.#job ??= this.#begin();
      if (this.#job === null) break;
      const step = this.#job.next;
      if (step === null) {
        if (this.#job.isProbe) this.#endProbe();
        else this.#finish(this.#job, { confirmed: this.#trust.isSure });
        continue;
      }
      const waits = step.isMarked && this.#trust.isAsked;
      out.push(this.#job.send(waits ? (step.asks ?? this.#markers.next()) : null));
      this.#isThroughAt = millis(now + Math.ceil(this.#msPerByte * this.#job.bytesSent));
      this.#mayStart = !waits;
      this.progress(now);
    }
    return out;
  }

  /** Hands everything back: what was begun may be on paper, the rest is not. */
  failAll(reason: Reason): void {
    this.failCurrent(reason);
    this.#refuseWaiting(reason);
  }

  /** Gives up the receipt under way: nobody knows how much of it is on paper. */
  failCurrent(reason: Reason): void {
    const job = this.#job;
    if (this.#isUnsure) this.#leavesPaper = true;
    if (job !== null && !job.isProbe) {
      this.#leavesPaper = true;
      this.#trust.doubt();
      if (job.linesArePrinted) this.#finish(job, { confirmed: true, isUncut: true });
      else this.#signal({ type: "OutputError", jobId: job.jobId, reason, printed: "unknown" });
    }
    this.#end();
  }

  /** Unconfirmed steps go at the pace of the line, so that an XOFF comes before the next. */
  #mustWait(now: Millis): boolean {
    return !this.#trust.isAsked && (this.#isHeldOff || now < this.#isThroughAt);
  }

  get #patience(): number {
    return this.#trust.patience(this.#job?.isProbe === true);
  }

  #begin(): Job | null {
    const { isNew, wantsProbe } = this.#trust;
    const words = isNew ? Object.values(this.#identity) : [];
    if (wantsProbe) return Job.probe([this.#markers.atRest(), ...words]);
    const command = this.#waiting.shift();
    if (command === undefined) return null;
    const receipt = this.#encoder.encode(command.document);
    const { jobId } = command;
    if (receipt.unprintable !== "") {
      this.#signal({ type: "Unprintable", jobId, characters: receipt.unprintable });
    }
    // What nobody confirms goes row by row on a line: an XOFF counts between whole commands only,
    // for a question or a kick in the middle of one would be taken for its data.
    const isRowByRow = !this.#trust.isAsked && this.#msPerByte > 0;
    const steps = stepsOf(receipt, isRowByRow ? ROW_BYTES : this.#stepBytes);
    const isParted = command.isParted === true || this.#leavesPaper;
    this.#leavesPaper = false;
    return new Job(jobId, [...this.#before(receipt, isParted), ...steps]);
  }

  #before(receipt: EncodedReceipt, isParted: boolean): readonly Step[] {
    const settings = settingsOf(this.#model);
    const holdsLetters = this.#holdsLetters;
    this.#holdsLetters = false;
    if (isParted) return [partingStep(receipt, settings)];
    return holdsLetters ? [clearingStep(settings)] : [];
  }

  /**
   * Markers may be all alike, so the answer may be to one that an earlier receipt left: its own
   * comes close behind that, and before the end of a round that is begun now.
   */
  #endProbe(): void {
    const identity = this.#job?.identity(Object.keys(this.#identity)) ?? null;
    if (identity !== null) this.#signal({ type: "Identified", identity });
    this.#trust.probed();
    this.#end();
    this.#askedAt = null;
  }

  #finish({ jobId }: Job, how: { readonly confirmed: boolean; readonly isUncut?: true }): void {
    this.#signal({ type: "OutputComplete", jobId, ...how });
    this.#isUnsure = !how.confirmed;
    if (how.confirmed) this.#trust.proved();
    this.#end();
  }

  #end(): void {
    this.#job = null;
    this.#deadline = null;
    this.#mayStart = false;
  }

  /**
   * The printer is ready and has not answered. One that never answers cannot, so the rest is sent
   * on trust; one that did before has lost the job, in a power cycle perhaps.
   */
  #giveUpMarker(): void {
    const job = this.#job;
    if (job === null) return;
    if (!this.#trust.missed(job.isProbe)) {
      if (job.isProbe) this.#job = null;
      this.#isHeldOff = false;
      this.#mayStart = true;
    } else {
      this.#holdsLetters = job.isProbe;
      this.failCurrent("no-answer");
    }
  }

  #refuseWaiting(reason: Reason): void {
    for (const { jobId } of this.#waiting.splice(0)) this.#refuse(jobId, reason);
  }

  #refuse(jobId: string, reason: Reason): void {
    this.#signal({ type: "OutputError", jobId, reason, printed: "nothing" });
  }
}
