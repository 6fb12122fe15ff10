/** The scanner on the serial line: one that sends text or one that speaks SSI, as it is set up. */
import type { Millis } from "#state/base/units.ts";
import type { Output, WiredDevice } from "./device.ts";
import { type ScannerAction, type ScannerEvent, SerialScanner } from "./serial-scanner.ts";
import { SsiScanner } from "./ssi-scanner.ts";

export const scannerTongues = ["text", "ssi"] as const;
export type ScannerTongue = (typeof scannerTongues)[number];

export type LineScannerAction =
  | ScannerAction
  | { readonly kind: "speaks"; readonly speaks: ScannerTongue };

export class LineScanner implements WiredDevice<ScannerEvent> {
  readonly #twins = { text: new SerialScanner(), ssi: new SsiScanner() } as const;
  #speaks: ScannerTongue;

  constructor(speaks: ScannerTongue = "text") {
    this.#speaks = speaks;
  }

  get speaks(): ScannerTongue {
    return this.#speaks;
  }

  get scans(): number {
    return this.#twins.text.scans + this.#twins.ssi.scans;
  }

  get deadline(): Millis | null {
    return this.#twin.deadline;
  }

  receive(bytes: Uint8Array, now: Millis): Output<ScannerEvent> {
    return this.#twin.receive(bytes, now);
  }

  wake(now: Millis): Output<ScannerEvent> {
    return this.#twin.wake(now);
  }

  /** One that is set up anew has forgotten what it had still to send. */
  act(action: LineScannerAction, now: Millis): Output<ScannerEvent> {
    if (action.kind !== "speaks") return this.#twin.act(action, now);
    this.power("off", now);
    this.#speaks = action.speaks;
    return this.power("on", now);
  }

  power(power: "on" | "off", now: Millis): Output<ScannerEvent> {
    return this.#twin.power(power, now);
  }

  get #twin(): SerialScanner | SsiScanner {
    return this.#twins[this.#speaks];
  }
}
