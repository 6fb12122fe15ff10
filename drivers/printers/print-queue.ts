import { clearingStep, Job, partingStep, type Step, stepsOf } from "#drivers/printers/job.ts";
import type { PrinterLanguage } from "#drivers/printers/language.ts";
import { printerLanguages, settingsOf } from "#drivers/printers/languages.ts";
import type { Markers } from "#drivers/printers/marker.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { type EncodedReceipt, ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import type { PrinterCommand, PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import { troubleOf } from "#drivers/printers/status.ts";
import { type Millis, millis } from "#state/base/units.ts";

type PrintCommand = Extract<PrinterCommand, { type: "print" }>;
type Reason = Extract<PrinterSignal, { type: "OutputError" }>["reason"];

/** Receipts that may wait; a counter that owes more has a broken printer and hears so. */
export const QUEUE_LIMIT = 16;
/** A printer that is ready and does not answer a marker for this long will not answer it. */
const PROGRESS_WITHIN = 8000;
/** The same for the very first marker, which has nothing to print before it. */
const PROBE_WITHIN = 2000;
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
  /** Whether this printer answers markers: asked before the first receipt, at no risk. */
  #answersMarkers: boolean | null = null;
  /** What it has said of itself, in the order of the questions. */
  #words: string[] = [];
  /** It took a question that it does not know: letters of it may wait to be printed. */
  #holdsLetters = false;
  /** A receipt was given up before its cut was confirmed: it may hang in the printer. */
  #leavesPaper = false;

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
    this.#signal = signal;
  }

  get isPrinting(): boolean {
    return this.#job !== null;
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * When to ask a printer that should be printing; null while it should not. Not before the step
   * is through the wire, where the question would wait behind it and seem unanswered.
   */
  askAgainAt(now: Millis): Millis | null {
    if (this.#deadline === null) return null;
    return millis(Math.min(this.#deadline, Math.max(now, this.#isThroughAt) + ASK_DURING_JOB));
  }

  /** How long a question put now may stand behind the step, were the line as slow as they come. */
  behind(now: Millis): number {
    return this.#deadline === null ? 0 : Math.max(0, this.#deadline - this.#patience - now);
  }

  /** The link is open, or the printer behind it may be another: nothing is known of its answers. */
  open(): void {
    this.#isHeldOff = false;
    this.#answersMarkers = null;
    this.#holdsLetters = false;
  }

  /** @param isOff XOFF; else XON */
  holdOff(isOff: boolean): void {
    this.#isHeldOff = isOff;
  }

  /** When the next step of an unconfirmed receipt may follow; null while none waits for that. */
  get resumesAt(): Millis | null {
    return this.#job !== null && this.#mayStart && !this.#isHeld ? this.#isThroughAt : null;
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
    if (this.#markers.heard(mark)) this.progress(now);
    if (this.#job === null || !this.#job.awaits(mark)) return false;
    this.#answersMarkers = true;
    if (this.#job.isProbe) this.#words.push(text);
    this.#job.confirmCurrent();
    this.#mayStart = true;
    return true;
  }

  /** A status round has ended: the moment to begin a receipt, or to see that one is stuck. */
  checked(status: PrinterStatus, now: Millis): void {
    if (status.state === "no-answer") {
      this.failAll("no-answer");
    } else if (this.#job === null || (this.#job.isProbe && status.state === "offline")) {
      this.#end();
      this.#mayStart = status.state === "ready";
      if (status.state === "offline") this.#refuseWaiting(troubleOf(status));
    } else if (status.state === "ready" && this.#deadline !== null && now >= this.#deadline) {
      this.#giveUpMarker();
    }
  }

  /** The bytes to send now; signals what begins and ends with them. */
  take(now: Millis): readonly Uint8Array[] {
    const out: Uint8Array[] = [];
    while (this.#mayStart && !this.#isHeld && !this.#isStillOnWire(now)) {
      this.#job ??= this.#begin();
      if (this.#job === null) break;
      const step = this.#job.next;
      if (step === null) {
        const wasProbe = this.#job.isProbe;
        if (wasProbe) this.#identify();
        this.#finish(this.#answersMarkers === true && this.#model.confirms !== "none");
        this.#mayStart = wasProbe;
        continue;
      }
      const waits = step.isMarked && this.#mayAsk;
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
    if (job !== null && !job.isProbe) {
      this.#leavesPaper = true;
      if (job.linesArePrinted) this.#finish(true);
      else this.#signal({ type: "OutputError", jobId: job.jobId, reason, printed: "unknown" });
    }
    this.#end();
  }

  get #mayAsk(): boolean {
    return this.#model.confirms !== "none" && this.#answersMarkers !== false;
  }

  get #isHeld(): boolean {
    return this.#isHeldOff && !this.#mayAsk;
  }

  /** Unconfirmed steps go at the pace of the line, so that an XOFF comes before the next. */
  #isStillOnWire(now: Millis): boolean {
    return !this.#mayAsk && now < this.#isThroughAt;
  }

  get #patience(): number {
    return this.#job?.isProbe === true ? PROBE_WITHIN : PROGRESS_WITHIN;
  }

  #begin(): Job | null {
    if (this.#answersMarkers === null && this.#mayAsk) {
      this.#words = [];
      return Job.probe(Object.values(this.#identity));
    }
    const command = this.#waiting.shift();
    if (command === undefined) return null;
    const receipt = this.#encoder.encode(command.document);
    const { jobId } = command;
    if (receipt.unprintable !== "") {
      this.#signal({ type: "Unprintable", jobId, characters: receipt.unprintable });
    }
    // What nobody confirms goes row by row on a line: an XOFF counts between whole commands only,
    // for a question or a kick in the middle of one would be taken for its data.
    const isRowByRow = !this.#mayAsk && this.#msPerByte > 0;
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

  /** The first of its words answered the marker. */
  #identify(): void {
    const names = Object.keys(this.#identity);
    if (names.length === 0 || this.#words.length !== names.length + 1) return;
    const told = Object.fromEntries(names.map((name, at) => [name, this.#words[at + 1] ?? ""]));
    const identity = { maker: "", model: "", firmware: "", font: "", ...told };
    this.#signal({ type: "Identified", identity });
  }

  #finish(confirmed: boolean): void {
    if (this.#job !== null && !this.#job.isProbe) {
      this.#signal({ type: "OutputComplete", jobId: this.#job.jobId, confirmed });
    }
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
    if (this.#answersMarkers !== true) {
      this.#answersMarkers = false;
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
