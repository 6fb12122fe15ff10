import { DLE, DLE_DC4, DLE_ENQ, DLE_EOT } from "#drivers/wire/escpos.ts";
import type { Condition } from "../printing/condition.ts";
import type { Ear, RealTimeRequest } from "../printing/tongue.ts";
import { batteryBlock, extendedBlock, lackingStatus, offlineBlock } from "./status.ts";
import { type Permit, Wishes } from "./wishes.ts";

interface Pattern {
  readonly head: readonly number[];
  /** With what follows the head. */
  readonly length: number;
  /** `GS ( D` can turn it off; left out: nothing can. */
  readonly permit?: Permit;
  /** From what follows the head; null: out of range. */
  readonly read: (first: number, second: number, ...more: readonly number[]) => Request;
}

type Request = RealTimeRequest | null;

const answer = (of: (condition: Condition) => Uint8Array): Request => ({ kind: "answer", of });

/** `DLE EOT n`. */
function status(n: number): Request {
  if (n === 1 || n === 2 || n === 3 || n === 4) return { kind: "status", n };
  return n === 5 || n === 6 ? lacking(n) : null;
}

const lacking = (n: number) => answer(() => Uint8Array.of(lackingStatus(n)));

/** `DLE EOT n a` and the a that each such n has. */
const withSecond: Readonly<Record<number, readonly number[]>> = { 7: [1, 2], 8: [3], 18: [1, 2] };

/** `DLE DC4 7 m`. */
const blocks: Readonly<Record<number, Request>> = {
  1: { kind: "send status block" },
  2: answer(extendedBlock),
  4: answer((condition) => offlineBlock(condition, true)),
  5: answer(batteryBlock),
};

const enquiries: Readonly<Record<number, RealTimeRequest>> = {
  0: { kind: "press feed button" },
  1: { kind: "recover", isClearing: false },
  2: { kind: "recover", isClearing: true },
};

/** Source: Epson ESC/POS command reference, DLE EOT, DLE ENQ and DLE DC4 functions 1 to 8. */
const patterns: readonly Pattern[] = [
  { head: [DLE, DLE_EOT], length: 3, read: status },
  {
    head: [DLE, DLE_EOT],
    length: 4,
    read: (n, a) => (withSecond[n]?.includes(a) === true ? lacking(n) : null),
  },
  { head: [DLE, DLE_ENQ], length: 3, read: (n) => enquiries[n] ?? null },
  { head: [DLE, DLE_DC4, 1], length: 5, permit: "pulse", read: pulse },
  {
    head: [DLE, DLE_DC4, 2, 1, 8],
    length: 5,
    permit: "power off",
    read: () => ({ kind: "power off" }),
  },
  { head: [DLE, DLE_DC4, 3], length: 8, permit: "buzzer", read: buzz },
  {
    head: [DLE, DLE_DC4, 7],
    length: 4,
    read: (m) => blocks[m] ?? null,
  },
  {
    head: [DLE, DLE_DC4, 8, 1, 3, 0x14, 1, 6, 2, 8],
    length: 10,
    read: () => ({ kind: "clear buffers" }),
  },
];

const LONGEST = Math.max(...patterns.map(({ length }) => length));

/**
 * Recognizes real-time requests in everything that arrives, even inside picture data: that is how
 * serial models behave, and why a driver cuts its pictures into bands.
 *
 * Source: Epson TM-T88III manual, notes on DLE EOT, DLE ENQ and DLE DC4.
 */
export class RealTimeEar implements Ear {
  readonly #wishes: Wishes;
  readonly #answersStatus: boolean;
  #tail: number[] = [];

  /** @param answersStatus false for a clone that does not know `DLE EOT` */
  constructor(wishes = new Wishes(), answersStatus = true) {
    this.#wishes = wishes;
    this.#answersStatus = answersStatus;
  }

  /** Takes one byte; answers the request it completes, if any. */
  hear(byte: number): RealTimeRequest | null {
    this.#tail.push(byte);
    if (this.#tail.length > LONGEST) this.#tail.shift();
    for (const pattern of patterns) {
      const heard = this.#match(pattern);
      if (heard === null) continue;
      this.#tail = [];
      return heard;
    }
    return null;
  }

  clear(): void {
    this.#tail = [];
  }

  #match({ head, length, permit, read }: Pattern): Request {
    const bytes = this.#tail.slice(-length);
    if (bytes.length < length || head.some((byte, at) => bytes[at] !== byte)) return null;
    if (permit !== undefined && !this.#wishes.permits(permit)) return null;
    if (head[1] === DLE_EOT && !this.#answersStatus) return null;
    const [first = 0, second = 0, ...more] = bytes.slice(head.length);
    return read(first, second, ...more);
  }
}

function pulse(m: number, t: number): Request {
  if (m > 1 || t < 1 || t > 8) return null;
  return { kind: "pulse", pin: m === 0 ? 2 : 5, onMs: t * 100 };
}

/** `a n r t1 t2`: a pattern, r times, for t1 x 100 ms each; pattern 0 silences it. */
function buzz(a: number, _n: number, r = 0, t1 = 0): Request {
  return a === 0 ? { kind: "silence" } : { kind: "buzz", times: r, onMs: t1 * 100 };
}
