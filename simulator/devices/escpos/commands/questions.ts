import type { Worn } from "../../printing/counters.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, unknown, word } from "../command.ts";
import { identify } from "../identify.ts";
import type { Press } from "../press.ts";
import { paperBits } from "../status.ts";

const askPaper: Deed = { kind: "report", of: (c) => Uint8Array.of(paperBits(c)) };
const askDrawer: Deed = {
  kind: "report",
  of: ({ drawerLevel }) => Uint8Array.of(drawerLevel === "high" ? 1 : 0),
};
/** No ink in a thermal printer, and none missing. */
const askInk: Deed = { kind: "answer", bytes: Uint8Array.of(0) };

/** `GS r n`. */
const asked: Readonly<Record<number, Deed>> = {
  1: askPaper,
  2: askDrawer,
  4: askInk,
  49: askPaper,
  50: askDrawer,
  52: askInk,
};

/**
 * Answered when the queue reaches them. Source: Epson ESC/POS command reference, "status commands".
 */
export const questionCommands: Commands = {
  "ESC v": () => [askPaper],
  "ESC u": () => [askDrawer],
  "GS a": (_press, [, , n = 0]) => [{ kind: "watch", n }],
  "GS r": (_press, bytes) => {
    const deed = asked[bytes[2] ?? 0];
    return deed === undefined ? unknown(bytes) : [deed];
  },
  "GS I": (press, bytes) => {
    const answer = identify(bytes[2] ?? 0, press.identity);
    return answer === null ? unknown(bytes) : [{ kind: "answer", bytes: answer }];
  },
  "GS g": (_press, bytes) => maintenance(bytes),
  "GS ( H": (press, bytes) => {
    const [, , , , , fn, m, d = 0] = bytes;
    if (m !== 0x30) return unknown(bytes);
    if (fn === 0x30 && bytes.length === 11) {
      return [{ kind: "answer", bytes: Uint8Array.of(0x37, 0x22, ...bytes.subarray(7), 0) }];
    }
    return fn === 0x31 && bytes.length === 8 ? tellStops(press, d, bytes) : unknown(bytes);
  },
};

function tellStops(press: Press, d: number, bytes: Uint8Array): readonly Deed[] {
  const response = (["none", "bare", "with cause"] as const)[d >= 48 ? d - 48 : d];
  if (response === undefined) return unknown(bytes);
  press.wishes.offlineResponse = response;
  return none;
}

/** A maintenance counter: what wears, and how much of it is one. */
interface Maintenance {
  readonly worn: Worn;
  readonly per: number;
}

/** By `nL + 256 nH`; the same counted since the printer was new is 128 higher. */
const maintained: Readonly<Record<number, Maintenance>> = {
  /** Lines fed, of 30 dots. */
  20: { worn: "paper", per: 30 },
  /** Times that the head was energized. */
  21: { worn: "head", per: 1 },
  50: { worn: "cutter", per: 1 },
  /** Hours. */
  70: { worn: "power", per: 3_600_000 },
};

/** The counters that nobody can reset. */
const EVER = 128;

/**
 * `GS g 0` resets one, `GS g 2` tells one: `5F`, digits, NUL.
 *
 * Source: Epson ESC/POS command reference, GS g 0 and GS g 2; numbers as Citizen CT-S2000 has them.
 */
function maintenance(bytes: Uint8Array): readonly Deed[] {
  const [, , act, m] = bytes;
  const number = word(bytes, 4);
  const resettable = maintained[number];
  if (m === 0 && act === 0x30 && resettable !== undefined) {
    return [{ kind: "reset counter", worn: resettable.worn }, { kind: "memory written" }];
  }
  const counter = resettable ?? maintained[number - EVER];
  if (m !== 0 || act !== 0x32 || counter === undefined) return unknown(bytes);
  const { worn, per } = counter;
  return [
    {
      kind: "report",
      of: (_now, counters) => {
        const amount = resettable === undefined ? counters.ever(worn) : counters.sinceReset(worn);
        return new TextEncoder().encode(`\x5f${Math.floor(amount / per)}\0`);
      },
    },
  ];
}
