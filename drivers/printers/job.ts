import type { CommandRun } from "#drivers/printers/command-writer.ts";
import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { Marker } from "#drivers/printers/marker.ts";
import type { EncodedReceipt } from "#drivers/printers/receipt-encoder.ts";
import type { PrinterIdentity } from "#drivers/printers/signal.ts";

/** Part of a job that is sent at once. */
export interface Step {
  /** Whole commands. */
  readonly bytes: Uint8Array;
  /** Whether the printer is asked, where it can say, when it has come there. */
  readonly isMarked: boolean;
  /** What it is asked instead of a marker. */
  readonly asks?: Marker;
  readonly endsLines: boolean;
}

/**
 * What an unfinished receipt left in the printer is parted from what follows: its print buffer
 * cleared, its paper cut off. Two sales never stand on one slip.
 */
export function partingStep(receipt: EncodedReceipt, settings: readonly NamedCommand[]): Step {
  const step = clearingStep(settings);
  return { ...step, bytes: Uint8Array.from([...step.bytes, ...receipt.cut.bytes]) };
}

/** The print buffer is emptied and the settings are as they should be; no paper moves. */
export function clearingStep(settings: readonly NamedCommand[]): Step {
  const bytes = Uint8Array.from(settings.flatMap((command) => [...command.bytes]));
  return { bytes, isMarked: false, endsLines: false };
}

/**
 * Divides a receipt into steps that fit the printer's receive buffer; many clones lose in silence
 * what overflows. The cut is a step of its own: a confirmed last line means the receipt is on
 * paper, whatever becomes of the blade.
 */
export function stepsOf(receipt: EncodedReceipt, bandBytes: number): readonly Step[] {
  const bands = bandsOf(receipt.lines, bandBytes);
  return [...bands, receipt.cut.bytes].map((bytes, index) => ({
    bytes,
    isMarked: true,
    endsLines: index === bands.length - 1,
  }));
}

/** Whole commands, at most `limit` bytes a band; a longer command is a band by itself. */
function bandsOf({ bytes, ends }: CommandRun, limit: number): readonly Uint8Array[] {
  const bands: Uint8Array[] = [];
  let from = 0;
  let to = 0;
  for (const end of ends) {
    if (to > from && end - from > limit) {
      bands.push(bytes.subarray(from, to));
      from = to;
    }
    to = end;
  }
  bands.push(bytes.subarray(from));
  return bands;
}

/** A question and nothing else: asked of a printer at rest, it puts no paper at stake. */
const nothing: Step = { bytes: new Uint8Array(0), isMarked: true, endsLines: false };

/** One receipt on its way, or the question whether this printer answers markers at all. */
export class Job {
  readonly jobId: string;
  readonly isProbe: boolean;
  readonly #steps: readonly Step[];
  #sent = 0;
  #marker: Marker | null = null;
  /** By step, what its answer said beside. */
  #words: string[] = [];
  /** Bytes of the step in the printer's hands, its question included; 0 before the first. */
  bytesSent = 0;
  /** The printer has said that every line is on paper. */
  linesArePrinted = false;

  constructor(jobId: string, steps: readonly Step[], isProbe = false) {
    this.jobId = jobId;
    this.#steps = steps;
    this.isProbe = isProbe;
  }

  /** @param questions the marker, and what is asked after it, of a printer that answers */
  static probe(questions: readonly Marker[]): Job {
    return new Job(
      "",
      questions.map((asks) => ({ ...nothing, asks })),
      true,
    );
  }

  /** The next step to send; null after the last. */
  get next(): Step | null {
    return this.#steps[this.#sent] ?? null;
  }

  /** @returns the bytes of the next step with its question behind them */
  send(marker: Marker | null): Uint8Array {
    const { bytes } = this.next ?? nothing;
    this.#sent += 1;
    this.#marker = marker;
    const all = marker === null ? bytes : joined(bytes, marker.ask);
    this.bytesSent = all.length;
    return all;
  }

  /**
   * Takes note that the step in the printer's hands is done.
   *
   * @param words what its answer said beside
   */
  confirmCurrent(words = ""): void {
    this.#words.push(words);
    if (this.#steps[this.#sent - 1]?.endsLines === true) this.linesArePrinted = true;
  }

  /** What the printer said of itself behind the probe; null when it did not say it all. */
  identity(names: readonly string[]): PrinterIdentity | null {
    const [, ...words] = this.#words;
    if (names.length === 0 || words.length !== names.length) return null;
    const told = Object.fromEntries(names.map((name, at) => [name, words[at] ?? ""]));
    return { maker: "", model: "", firmware: "", font: "", ...told };
  }

  /** @returns whether the step in the printer's hands waits for this mark */
  awaits(mark: string): boolean {
    return this.#marker?.answer === mark;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
