import { feed } from "../printing/deeds.ts";
import type { Deed } from "../printing/tongue.ts";

/** Lines of a page as shipped. */
const LINES = 42;
/** `ESC C NUL n`: 24 mm. */
const UNIT_DOTS = 192;

/**
 * Where on its page the printer stands, for `FF`; a cut begins a page. Source: Star Line Mode
 * Command Specifications, 3.3.5.
 */
export class Pages {
  #lengthDots = 0;
  #y = 0;

  reset(lineSpacing: number): void {
    this.#lengthDots = LINES * lineSpacing;
    this.#y = 0;
  }

  /** `ESC C n`, `ESC C NUL n`: the page begins here. */
  set([, , n = 0, units = 0]: Uint8Array, lineSpacing: number): void {
    const dots = n === 0 ? units * UNIT_DOTS : n * lineSpacing;
    if (dots > 0) this.#lengthDots = dots;
    this.#y = 0;
  }

  note(deeds: readonly Deed[]): readonly Deed[] {
    for (const deed of deeds) {
      this.#y = deed.kind === "cut" ? 0 : (this.#y + heightOf(deed)) % this.#lengthDots;
    }
    return deeds;
  }

  /** To the top of the next page; not where what was in the line ends the page. */
  formFeed(line: readonly Deed[]): readonly Deed[] {
    const printed = line.reduce((sum, deed) => sum + heightOf(deed), 0);
    const y = (this.#y + printed) % this.#lengthDots;
    return printed > 0 && y === 0 ? [] : feed(this.#lengthDots - y);
  }
}

const heightOf = (deed: Deed) => (deed.kind === "print" ? deed.row.heightDots : 0);
