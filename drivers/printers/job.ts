import type { CommandRun } from "#drivers/printers/command-writer.ts";
import { fence, initialize, processId, reportEveryChange } from "#drivers/printers/commands.ts";
import type { EncodedReceipt } from "#drivers/printers/escpos-encode.ts";
import type { EscposModel } from "#drivers/printers/model.ts";
import { ANSWER_PROCESS_ID } from "#drivers/wire/escpos.ts";

/** What the printer must answer before the next step is sent. */
export type Marker =
  | { readonly type: "process-id"; readonly id: Uint8Array }
  | { readonly type: "fence" };

/** Part of a job that is sent at once. */
export interface Step {
  /** Whole commands. */
  readonly bytes: Uint8Array;
  /** Sent behind the commands and answered after them; null where the printer cannot say. */
  readonly marker: Marker | null;
  readonly endsLines: boolean;
}

/** The bytes of a step, its marker's question included. */
export function stepBytes(step: Step): Uint8Array {
  if (step.marker === null) return step.bytes;
  const ask = step.marker.type === "fence" ? fence() : processId(step.marker.id);
  const bytes = new Uint8Array(step.bytes.length + ask.bytes.length);
  bytes.set(step.bytes);
  bytes.set(ask.bytes, step.bytes.length);
  return bytes;
}

/**
 * What an unfinished receipt left in the printer is parted from what follows: its print buffer
 * cleared, its paper cut off. Two sales never stand on one slip.
 */
export function partingStep(receipt: EncodedReceipt): Step {
  const { bytes } = initialize();
  const { bytes: report } = reportEveryChange();
  return {
    bytes: Uint8Array.from([...bytes, ...report, ...receipt.cut.bytes]),
    marker: null,
    endsLines: false,
  };
}

/**
 * Divides a receipt into steps that fit the printer's receive buffer; many clones lose in silence
 * what overflows. The cut is a step of its own: a confirmed last line means the receipt is on
 * paper, whatever becomes of the blade.
 */
export function stepsOf(
  receipt: EncodedReceipt,
  model: EscposModel,
  nextId: () => Uint8Array,
): readonly Step[] {
  const bands = bandsOf(receipt.lines, model.bandBytes);
  return [...bands, receipt.cut.bytes].map((bytes, index) => ({
    bytes,
    marker: markerOf(model.confirms, nextId),
    endsLines: index === bands.length - 1,
  }));
}

function markerOf(confirms: EscposModel["confirms"], nextId: () => Uint8Array): Marker | null {
  if (confirms === "none") return null;
  return confirms === "fence" ? { type: "fence" } : { type: "process-id", id: nextId() };
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

/** The id inside an answer to `GS ( H`; null when the block is something else. */
export function processIdIn(block: Uint8Array): Uint8Array | null {
  const isProcessId = block[0] === 0x37 && block[1] === ANSWER_PROCESS_ID && block.length === 6;
  return isProcessId ? block.subarray(2) : null;
}

/**
 * Numbers of `GS ( H`, so that the answer to another job confirms nothing: four characters of 0-9
 * and A-Z, counted on from a seed. They repeat after 1.6 million.
 */
export class ProcessIds {
  #next: number;

  constructor(seed: number) {
    this.#next = Math.abs(Math.trunc(seed)) % 36 ** 4;
  }

  next(): Uint8Array {
    const text = this.#next.toString(36).toUpperCase().padStart(4, "0");
    this.#next = (this.#next + 1) % 36 ** 4;
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  }
}

/** One receipt on its way, or the question whether this printer answers markers at all. */
export class Job {
  readonly jobId: string;
  readonly isProbe: boolean;
  readonly #steps: readonly Step[];
  #sent = 0;
  /** The printer has said that every line is on paper. */
  linesArePrinted = false;

  constructor(jobId: string, steps: readonly Step[], isProbe = false) {
    this.jobId = jobId;
    this.#steps = steps;
    this.isProbe = isProbe;
  }

  /** A marker and nothing else: asked of a printer at rest, it puts no paper at stake. */
  static probe(confirms: EscposModel["confirms"], nextId: () => Uint8Array): Job {
    const marker = markerOf(confirms, nextId);
    return new Job("", [{ bytes: new Uint8Array(0), marker, endsLines: false }], true);
  }

  /** The step in the printer's hands; null before the first. */
  get current(): Step | null {
    return this.#steps[this.#sent - 1] ?? null;
  }

  /** The next step to send; null after the last. */
  advance(): Step | null {
    const step = this.#steps[this.#sent] ?? null;
    if (step !== null) this.#sent += 1;
    return step;
  }

  /** Takes note that the current step is done. */
  confirmCurrent(): void {
    if (this.current?.endsLines === true) this.linesArePrinted = true;
  }

  /** @returns whether the current step waits for this answer */
  awaits(answer: "fence" | Uint8Array): boolean {
    const marker = this.current?.marker ?? null;
    if (marker === null) return false;
    if (marker.type === "fence" || answer === "fence") return marker.type === answer;
    return marker.id.every((byte, index) => byte === answer[index]);
  }
}
