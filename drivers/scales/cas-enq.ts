import {
  type ScaleAnswer,
  type ScaleLanguage,
  type ScaleReader,
  trouble,
  weightIn,
} from "#drivers/scales/language.ts";
import {
  CAS_ACK,
  CAS_END,
  CAS_ENQ,
  CAS_FRAME_BYTES,
  CAS_NAK,
  CAS_SEND,
  CAS_START,
} from "#drivers/wire/scales.ts";

/** CAS scales that are asked: AP-1, PDS and their kin. */
export const casEnq: ScaleLanguage = {
  line: { baudRate: 9600 },
  ask: Uint8Array.of(CAS_ENQ),
  reader: () => new CasReader(),
};

class CasReader implements ScaleReader {
  #frame: number[] = [];

  reset(): void {
    this.#frame = [];
  }

  take(byte: number): ScaleAnswer | null {
    const at = this.#frame.length;
    if (at === 0 && byte === CAS_ACK) return { type: "proceed", write: Uint8Array.of(CAS_SEND) };
    if (at === 0 && byte === CAS_NAK) return trouble("unstable");
    const start = CAS_START[at];
    if (start !== undefined && byte !== start) {
      this.#frame = byte === CAS_START[0] ? [byte] : [];
      return null;
    }
    this.#frame.push(byte);
    if (this.#frame.length < CAS_FRAME_BYTES) return null;
    const frame = this.#frame;
    this.#frame = [];
    return answerIn(frame);
  }
}

/** `01 02 sta sign 6 × weight 2 × unit bcc 03 04`; the check is the exclusive or of sta to unit. */
function answerIn(frame: readonly number[]): ScaleAnswer {
  const told = frame.slice(2, 12);
  const [bcc, ...end] = frame.slice(12);
  const isWhole = end.join() === CAS_END.join();
  if (!isWhole || bcc !== told.reduce((all, byte) => all ^ byte, 0)) return trouble("unreadable");
  const text = String.fromCharCode(...told);
  const [state, sign, digits, unit] = [text[0], text[1], text.slice(2, 8).trim(), text.slice(8)];
  if (sign === "F") return trouble("overweight");
  if (state === "U") return trouble("unstable");
  if (state !== "S") return trouble("unreadable");
  if (sign === "-") return trouble("under-zero");
  if (sign !== " ") return trouble("unreadable");
  if (unit === "kg" || unit.trim() === "g") return weightIn(digits, unit === "kg" ? "kg" : "g");
  return trouble("unreadable");
}
