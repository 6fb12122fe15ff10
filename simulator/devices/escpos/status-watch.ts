import { type Condition, isOnline } from "../printing/condition.ts";
import type { Emission } from "../printing/emission.ts";
import type { Watch } from "../printing/tongue.ts";
import { statusBlock, watchedBits } from "./status.ts";

/** Automatic status back: tells the host of each change of what it asked to be told, `GS a n`. */
export class StatusWatch implements Watch {
  readonly #emission: Emission;
  #n = 0;
  #last: Uint8Array;
  #wasOnline: boolean;

  constructor(emission: Emission, condition: Condition) {
    this.#emission = emission;
    this.#last = statusBlock(condition);
    this.#wasOnline = isOnline(condition);
  }

  /** `n` of 0 ends it; anything else is answered with the present status. */
  watch(n: number, condition: Condition): void {
    this.#n = n;
    this.#last = statusBlock(condition);
    if (n !== 0) this.#emission.write(this.#last);
  }

  /** To be called after anything that may have changed the condition. */
  notice(condition: Condition): void {
    if (isOnline(condition) !== this.#wasOnline) {
      this.#wasOnline = !this.#wasOnline;
      this.#emission.tell({ kind: this.#wasOnline ? "came on line" : "went off line" });
    }
    const block = statusBlock(condition);
    const hasChanged = watchedBits(this.#n).some(
      (bits, index) => (((block[index] ?? 0) ^ (this.#last[index] ?? 0)) & bits) !== 0,
    );
    this.#last = block;
    if (hasChanged) this.#emission.write(block);
  }

  /** ESC/POS counts nothing: its marks are answers. */
  count(): void {}

  forgetCount(): void {}

  end(condition: Condition): void {
    this.watch(0, condition);
  }

  begin(): void {}
}
