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
 * Star's automatic status: a block at each change, on from power-up. It also counts the marks in
 * the data (`ETB`) that have been reached, which is how a host knows what is on paper.
 *
 * Source: Star Line Mode command specifications, automatic status, bytes 1 to 9; the bits of the
 * drawer's switch and of the paper as ReceiptPrinterStatus reads them.
 */
export class StarWatch implements Watch {
  readonly #emission: Emission;
  #isAutomatic = true;
  #counter = 0;
  #isCounted = false;
  #last: string;
  #wasOnline: boolean;

  constructor(emission: Emission, condition: Condition) {
    this.#emission = emission;
    this.#last = this.block(condition).join();
    this.#wasOnline = isOnline(condition);
  }

  block(c: Condition): Uint8Array {
    return Uint8Array.of(
      packed(LENGTH) | 1,
      packed(VERSION),
      bit(1, this.#isCounted) |
        bit(2, c.drawerLevel === "high") |
        bit(3, !isOnline(c)) |
        bit(5, c.cover === "open") |
        bit(6, c.feedButton === "held"),
      bit(3, c.hasCutterError) | bit(5, c.head === "dead") | bit(6, c.head === "hot"),
      0,
      bit(2, c.paper !== "ok") | bit(3, c.paper === "out"),
      0,
      packed(this.#counter & 7) | ((this.#counter & 0x18) << 2),
      0,
    );
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
    if (this.block(condition).join() !== this.#last && this.#isAutomatic) this.#send(condition);
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
    const block = this.block(condition);
    this.#last = block.join();
    this.#emission.write(block);
  }
}
