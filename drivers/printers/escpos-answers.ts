import type { Frame, Said } from "#drivers/printers/back-channel.ts";
import { fromAutomatic } from "#drivers/printers/status.ts";
import {
  ANSWER_BLOCK_STARTS,
  ANSWER_INFORMATION,
  ANSWER_PROCESS_ID,
  ASB_FIRST,
  NUL,
  REAL_TIME_STATUS,
  STATUS_MASK,
  XOFF,
  XON,
} from "#drivers/wire/escpos.ts";

/** Longest answer that runs to NUL, in bytes: names and counters are far shorter. */
export const BLOCK_LIMIT = 128;

/** The mark that answers `GS r 1`: which of them, it does not say. */
export const FENCE = "fence";
/** The mark that answers `GS I` in words: which question, it does not say. */
export const INFORMATION = "information";
/** The mark that answers `GS ( H` with these four characters. */
export const processMark = (id: string): string => `process ${id}`;

const wait: Frame = { does: "wait" };

/**
 * The answers of ESC/POS by the fixed bits of each byte. Source: Epson, "transmission status
 * identification".
 */
export function frameEscpos(unfinished: readonly number[], byte: number): Frame {
  const [first] = unfinished;
  if (byte === XON || byte === XOFF) {
    return { does: "interject", said: { type: "flow", isOn: byte === XON } };
  }
  if (first !== undefined && isBlockStart(first)) return continueBlock(unfinished, byte);
  if (first !== undefined) return continueStatus(unfinished, byte);
  if ((byte & STATUS_MASK) === ASB_FIRST || isBlockStart(byte)) return wait;
  if ((byte & STATUS_MASK) === REAL_TIME_STATUS) return say({ type: "answer", status: byte });
  if (isQuiet(byte)) return say({ type: "mark", mark: FENCE, bytes: 1 });
  return { does: "drop" };
}

function continueStatus([first, second, third]: readonly number[], byte: number): Frame {
  if (!isQuiet(byte)) return { does: "restart" };
  if (first === undefined || second === undefined || third === undefined) return wait;
  return say({ type: "status", reported: fromAutomatic([first, second, third, byte]), mark: null });
}

function continueBlock(unfinished: readonly number[], byte: number): Frame {
  if (byte !== NUL) return unfinished.length < BLOCK_LIMIT ? wait : { does: "drop" };
  const [group, kind, ...text] = unfinished;
  if (group === ANSWER_INFORMATION) {
    const said = String.fromCharCode(...unfinished.slice(1));
    return say({ type: "mark", mark: INFORMATION, bytes: unfinished.length + 1, text: said });
  }
  const isProcessId = group === 0x37 && kind === ANSWER_PROCESS_ID && text.length === 4;
  if (!isProcessId) return say({ type: "unknown", bytes: unfinished.length + 1 });
  return say({ type: "mark", mark: processMark(String.fromCharCode(...text)), bytes: 0 });
}

function say(said: Said): Frame {
  return { does: "say", said };
}

function isBlockStart(byte: number): boolean {
  return ANSWER_BLOCK_STARTS.some((start) => start === byte);
}

/** `0xx0xxxx`: the rest of an automatic status, or an answer to `GS r`. */
function isQuiet(byte: number): boolean {
  return (byte & 0x90) === 0;
}
