import { DLE, DLE_DC4, DLE_ENQ, DLE_EOT } from "#drivers/wire/escpos.ts";
import type { Ear, RealTimeRequest } from "../printing/tongue.ts";

const powerOff = [DLE, DLE_DC4, 0x02, 0x01, 0x08];
const clearBuffers = [DLE, DLE_DC4, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];
const LONGEST = clearBuffers.length;

/**
 * Recognizes real-time requests in everything that arrives, even inside picture data: that is how
 * serial models behave, and why a driver cuts its pictures into bands.
 *
 * Source: Epson TM-T88III manual, notes on DLE EOT, DLE ENQ and DLE DC4.
 */
export class RealTimeEar implements Ear {
  readonly #answersStatus: boolean;
  #tail: number[] = [];

  /** @param answersStatus false for a clone that does not know `DLE EOT` */
  constructor(answersStatus = true) {
    this.#answersStatus = answersStatus;
  }

  /** Takes one byte; answers the request it completes, if any. */
  hear(byte: number): RealTimeRequest | null {
    this.#tail.push(byte);
    if (this.#tail.length > LONGEST) this.#tail.shift();
    const request = this.#match();
    if (request !== null) this.#tail = [];
    return request;
  }

  clear(): void {
    this.#tail = [];
  }

  #match(): RealTimeRequest | null {
    const three = this.#tail.slice(-3);
    const n = three[2] ?? 0;
    if (three[0] === DLE && three[1] === DLE_EOT && isStatusNumber(n)) {
      return this.#answersStatus ? { kind: "status", n } : null;
    }
    if (three[0] === DLE && three[1] === DLE_ENQ && (n === 1 || n === 2)) {
      return { kind: "recover", isClearing: n === 2 };
    }
    const four = this.#tail.slice(-4);
    if (startsWith(four, [DLE, DLE_DC4, 0x07, 0x01])) return { kind: "send status block" };
    const five = this.#tail.slice(-5);
    if (startsWith(five, powerOff)) return { kind: "power off" };
    if (startsWith(five, [DLE, DLE_DC4, 0x01])) return pulse(five[3] ?? 0, five[4] ?? 0);
    return startsWith(this.#tail, clearBuffers) ? { kind: "clear buffers" } : null;
  }
}

function isStatusNumber(n: number): n is 1 | 2 | 3 | 4 {
  return n >= 1 && n <= 4;
}

function startsWith(bytes: readonly number[], start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function pulse(m: number, t: number): RealTimeRequest | null {
  if (m > 1 || t < 1 || t > 8) return null;
  return { kind: "pulse", pin: m === 0 ? 2 : 5, onMs: t * 100 };
}
