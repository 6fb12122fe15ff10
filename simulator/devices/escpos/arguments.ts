import { ESC_SELECT } from "#drivers/wire/displays.ts";
import { ESC } from "#drivers/wire/escpos.ts";
import type { Modes } from "../printing/modes.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Deed } from "../printing/tongue.ts";

/** `GS H n`. */
export function hriOf(n: number): Modes["barcode"]["hri"] {
  return (["none", "above", "below", "both"] as const)[n & 3] ?? "none";
}

/** `ESC p m t1 t2`: on for t1 x 2 ms, off for at least as long. */
export function pulse(command: Uint8Array): readonly Deed[] {
  const onMs = (command[3] ?? 0) * 2;
  const offMs = Math.max(onMs, (command[4] ?? 0) * 2);
  return [{ kind: "pulse", pin: ((command[2] ?? 0) & 1) === 0 ? 2 : 5, onMs, offMs }];
}

/** `ESC = n`, which is heard by what is not selected too. */
export const isSelection = (token: Token) =>
  token.kind === "command" && token.bytes[0] === ESC && token.bytes[1] === ESC_SELECT;

/** To the display behind the printer. */
export function passOn(token: Token): readonly Deed[] {
  if (isSelection(token) || token.kind === "oversized") return [];
  const bytes = token.kind === "character" ? Uint8Array.of(token.byte) : token.bytes;
  return [{ kind: "pass on", bytes }];
}
