import type { Driver, Output } from "#drivers/driver.ts";
import { type Framed, TerminatorFramer } from "#drivers/framing/terminator-framer.ts";
import { scanSignal } from "#drivers/scanners/scan-signal.ts";
import type { ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import type { Millis } from "#state/base/units.ts";

/** A scanner that sends each label as text with a terminator; it is never written to. */
export class SerialScanner implements Driver<ScannerCommand, ScannerSignal> {
  #framer = new TerminatorFramer();

  get deadline(): Millis | null {
    return this.#framer.deadline;
  }

  open(now: Millis): Output<ScannerSignal> {
    this.#framer = new TerminatorFramer(now);
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
