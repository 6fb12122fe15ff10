import { bit, type Condition, isOnline } from "../printing/condition.ts";
import type { Emission } from "../printing/emission.ts";
import type { Watch } from "../printing/tongue.ts";

/** Counts to 31 and begins again. */
const COUNTS = 32;
/** Of this printer's protocol: 1 to 3 is Line mode. */
const VERSION = 3;
const LENGTH = 9;

/** A number in the bits that Star leaves to numbers: `..3.210.`. */
const packed = (value: number) => ((value & 7) << 1) | ((value & 8) << 2);

/**
 * The answer to `ENQ`. Nothing is known here of parity, framing and overflow.
 *
 * Source: Star Line Mode Command Specifications, 5.2, ENQ command status.
 */
export function enqStatus(c: Condition, isBufferEmpty: boolean): number {
  const isBroken = c.cover === "open" || c.head === "dead" || c.hasCutterError;
  return (
    bit(7, c.drawerLevel === "high") |
    bit(5, isBufferEmpty) |
    bit(3, c.paper === "out") |
    bit(2, isBroken)
  );
}

/** The answer to `EOT`. Source: the same, EOT command status. */
export function eotStatus(c: Condition): number {
  return 0x10 | bit(2, c.paper !== "ok") | bit(3, c.paper === "out");
}

/**
 * Star's automatic status: a block at each change, on from power-up. It also counts the marks in
 * the data (`ETB`) that have been reached, which is how a host knows what is on paper.
 *
 * Source: Star Line Mode Command Specifications, 5.2, automatic status, bytes 1 to 9; that bit 2 of
 * the third byte is the drawer's switch open, as ReceiptPrinterStatus reads it. The end of the roll
 * is seen by the inner one of two sensors.
 */
export class StarWatch implements Watch {
  readonly #emission: Emission;
  #isAutomatic = true;
  #counter = 0;
  /** An `ETB` was reached since a block was last sent. */
  #isCounted = false;
  /** What it last sent of the printer's condition; the count is not one. */
  #last: string;
  #wasOnline: boolean;

  constructor(emission: Emission, condition: Condition) {
    this.#emission = emission;
    this.#last = conditionIn(condition).join();
    this.#wasOnline = isOnline(condition);
  }

  get isAutomatic(): boolean {
    return this.#isAutomatic;
  }

  /** To be sent: the host knows of the `ETB` then. */
  block(condition: Condition): Uint8Array {
    const [printer, error, paper] = conditionIn(condition);
    const etb = bit(1, this.#isCounted);
    const count = packed(this.#counter & 7) | ((this.#counter & 0x18) << 2);
    this.#isCounted = false;
    const head = [packed(LENGTH) | 1, packed(VERSION)];
    return Uint8Array.of(...head, printer | etb, error, 0, paper, 0, count, 0);
  }

  /** `ESC RS a n`: 0 and 2 end it, 1 and 3 begin it. */
  watch(n: number, condition: Condition): void {
    this.#isAutomatic = (n & 1) === 1;
    if (this.#isAutomatic) this.#send(condition);
  }

  notice(condition: Condition): void {
    if (isOnline(condition) !== this.#wasOnline) {
      this.#wasOnline = !this.#wasOnline;
      this.#emission.tell({ kind: this.#wasOnline ? "came on line" : "went off line" });
    }
    const isNews = conditionIn(condition).join() !== this.#last;
    if (isNews && this.#isAutomatic) this.#send(condition);
  }

  count(condition: Condition): void {
    this.#counter = (this.#counter + 1) % COUNTS;
    this.#isCounted = true;
    if (this.#isAutomatic) this.#send(condition);
  }

  /** Told to nobody. */
  forgetCount(): void {
    this.#counter = 0;
    this.#isCounted = false;
  }

  end(): void {
    this.#isAutomatic = false;
    this.forgetCount();
  }

  begin(condition: Condition): void {
    this.watch(1, condition);
  }

  #send(condition: Condition): void {
    this.#last = conditionIn(condition).join();
    this.#emission.write(this.block(condition));
  }
}

/** The third, fourth and sixth byte of a block. */
function conditionIn(c: Condition): readonly [number, number, number] {
  const printer =
    bit(2, c.drawerLevel === "high") |
    bit(3, !isOnline(c)) |
    bit(5, c.cover === "open") |
    bit(6, c.feedButton === "held");
  const error = bit(3, c.hasCutterError) | bit(5, c.head === "dead") | bit(6, c.head === "hot");
  return [printer, error, bit(2, c.paper !== "ok") | bit(3, c.paper === "out")];
}
