import type { Driver, Output } from "#drivers/driver.ts";
import {
  type Framed,
  LABEL_SILENCE,
  TerminatorFramer,
} from "#drivers/framing/terminator-framer.ts";
import { scanSignal } from "#drivers/scanners/scan-signal.ts";
import type { ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import type { Millis } from "#state/base/units.ts";

/**
 * A scanner that sends each label as text with a terminator, or bare: then a silence ends it. It is
 * never written to.
 */
export class SerialScanner implements Driver<ScannerCommand, ScannerSignal> {
  readonly #silence: Millis | null;
  #framer: TerminatorFramer;

  /** @param ends what ends a label; a terminator ends one in either case */
  constructor(ends: "terminator" | "silence" = "terminator") {
    this.#silence = ends === "silence" ? LABEL_SILENCE : null;
    this.#framer = new TerminatorFramer(null, this.#silence);
  }

  get deadline(): Millis | null {
    return this.#framer.deadline;
  }

  open(now: Millis): Output<ScannerSignal> {
    this.#framer = new TerminatorFramer(now, this.#silence);
    return told([]);
  }

  receive(bytes: Uint8Array, now: Millis): Output<ScannerSignal> {
    return told(this.#framer.receive(bytes, now));
  }

  obey(_command: ScannerCommand, _now: Millis): Output<ScannerSignal> {
    return told([]);
  }

  wake(now: Millis): Output<ScannerSignal> {
    return told(this.#framer.wake(now));
  }

  close(_now: Millis): Output<ScannerSignal> {
    return told(this.#framer.abandon());
  }
}

function told(framed: readonly Framed[]): Output<ScannerSignal> {
  return { writes: [], signals: framed.map(signalOf) };
}

function signalOf(framed: Framed): ScannerSignal {
  if (framed.type === "dropped") {
    return { type: "ScanNoise", reason: framed.reason, bytesDropped: framed.bytesDropped };
  }
  return scanSignal(framed.bytes);
}
