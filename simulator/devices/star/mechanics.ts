import { feed } from "../printing/deeds.ts";
import type { Deed } from "../printing/tongue.ts";

/** From the head to the blade, in dots; the models' own is not in their command manual. */
const TO_BLADE = 96;

export const toBlade = (): readonly Deed[] => feed(TO_BLADE);

export interface Pulse {
  readonly onMs: number;
  readonly offMs: number;
}

/** As shipped, and always for the second connector. */
export const PULSE: Pulse = { onMs: 200, offMs: 200 };

/** `ESC BEL n1 n2`, in 10 ms; null when a number is 0, which changes nothing. */
export function pulseOf([, , n1 = 0, n2 = 0]: Uint8Array): Pulse | null {
  const most = (n: number) => 10 * Math.min(n, 127);
  return n1 === 0 || n2 === 0 ? null : { onMs: most(n1), offMs: most(n2) };
}

export const pulse = (pin: 2 | 5, width: Pulse): Deed => ({ kind: "pulse", pin, ...width });

/** @param n 0 full and 1 partial where the paper stands, 2 and 3 behind a feed to the blade */
export function cut(n: number): readonly Deed[] {
  return [...(n & 2 ? toBlade() : []), { kind: "cut", isPartial: (n & 1) === 1 }];
}

/** @param n in 20 ms; 0 does nothing */
export function buzz(times: number, n: number): readonly Deed[] {
  return times === 0 || n === 0 ? [] : [{ kind: "buzz", times, onMs: 20 * n }];
}

/** `ESC GS EM DC1 m n1 n2` says for how long, `DC2 m n1 n2` how often. */
export class ExternalBuzzer {
  #n = 0;

  obey([, , , which, , n1 = 0]: Uint8Array): readonly Deed[] {
    if (which === 0x11) this.#n = n1;
    return which === 0x12 ? buzz(n1, this.#n) : [];
  }
}
