import { type Condition, isOnline } from "../printing/condition.ts";
import type { Emission } from "../printing/emission.ts";
import type { Watch } from "../printing/tongue.ts";
import type { UserSettings } from "./settings.ts";
import { offlineBlock, offlineCause, powerOnNotice, statusBlock, watchedBits } from "./status.ts";
import type { Wishes } from "./wishes.ts";

/**
 * Automatic status back: tells the host of each change of what it asked to be told, `GS a n`; and
 * of a stop, `GS ( H` function 49.
 */
export class StatusWatch implements Watch {
  readonly #emission: Emission;
  readonly #wishes: Wishes;
  readonly #settings: UserSettings;
  #n = 0;
  #last: Uint8Array;
  #wasOnline: boolean;
  #hadCause: boolean;

  constructor(
    emission: Emission,
    condition: Condition,
    { wishes, settings }: { readonly wishes: Wishes; readonly settings: UserSettings },
  ) {
    this.#emission = emission;
    this.#wishes = wishes;
    this.#settings = settings;
    this.#hadCause = offlineCause(condition) !== 0;
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
    this.#noticeStop(condition);
  }

  /** ESC/POS counts nothing: its marks are answers. */
  count(): void {}

  forgetCount(): void {}

  end(condition: Condition): void {
    this.watch(0, condition);
  }

  begin(): void {
    if (this.#settings.tellsPowerOn) this.#emission.write(powerOnNotice());
  }

  #noticeStop(condition: Condition): void {
    const hasCause = offlineCause(condition) !== 0;
    const isNew = hasCause && !this.#hadCause;
    this.#hadCause = hasCause;
    const { offlineResponse } = this.#wishes;
    if (!isNew || offlineResponse === "none") return;
    this.#emission.write(offlineBlock(condition, offlineResponse === "with cause"));
  }
}
