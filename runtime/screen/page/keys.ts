import type { Intent } from "#state/intent.ts";
import type { LineView, SaleView } from "../view.ts";
import { parseKilograms, parsePieces, parseYuan } from "./format.ts";

/**
 * What every key of the selling screen means. The keys on the glass go through here as well, by
 * their keyboard names, so that touch and keyboard cannot come to differ.
 */

/** A question put over the basket. */
export type Dialog =
  | { readonly kind: "quantity"; readonly lineNo: number; readonly unit: LineView["unit"] }
  | { readonly kind: "weight"; readonly code: string }
  | { readonly kind: "cancelSale" };

/** What the page itself remembers between two views. */
export interface Local {
  /** Keyed but not sent: a code, an amount or the answer to the dialog. */
  readonly typed: string;
  /** The line the cashier picked; null follows the newest line. */
  readonly selected: number | null;
  readonly dialog: Dialog | null;
  /** A finished sale whose change has been given: the screen is ready for the next customer. */
  readonly putAside: string | null;
}

export interface KeyState {
  readonly local: Local;
  readonly sale: SaleView;
  readonly hasNotice: boolean;
}

export interface Action {
  readonly local: Local;
  readonly intent: Intent | null;
}

export const nothingTyped: Local = { typed: "", selected: null, dialog: null, putAside: null };

/** `idle` too once the cashier has put the finished sale aside. */
export function shownPhase({ local, sale }: Pick<KeyState, "local" | "sale">): SaleView["phase"] {
  const isAside = sale.phase === "completed" && local.putAside === sale.receiptNumber;
  return isAside ? "idle" : sale.phase;
}

/** The line that quantity and removal apply to; none while the basket is empty or paid. */
export function selectedLine({ local, sale }: Pick<KeyState, "local" | "sale">): LineView | null {
  if (sale.phase !== "items") return null;
  return sale.lines.find((line) => line.lineNo === local.selected) ?? sale.lines.at(-1) ?? null;
}

/** What is still owed while tendering. */
export const amountDue = (sale: SaleView) => Math.max(0, sale.total - sale.tendered);

/** Null: the key means nothing here and is left to the browser. */
export function keyToAction(state: KeyState, key: string): Action | null {
  if (state.local.dialog !== null) return inDialog(state, state.local.dialog, key);
  if (key === "F8") return reprint(state);
  return shownPhase(state) === "tendering" ? whileTendering(state, key) : whileSelling(state, key);
}

function reprint({ local, sale }: KeyState): Action {
  return { local, intent: sale.canReprint ? { type: "reprintReceipt" } : null };
}

const codeCharacter = /^[0-9A-Za-z]$/;
const longestCode = 64;
const longestAmount = 12;

function edit(state: KeyState, key: string, allowed: RegExp, longest: number): Action | null {
  const { typed } = state.local;
  if (key === "Backspace") return change(state, { typed: typed.slice(0, -1) });
  if (!allowed.test(key)) return null;
  return change(state, { typed: `${typed}${key}`.slice(0, longest) });
}

const change = (state: KeyState, some: Partial<Local>): Action => ({
  local: { ...state.local, ...some },
  intent: null,
});

const ask = (state: KeyState, intent: Intent, some: Partial<Local> = {}): Action => ({
  local: { ...state.local, typed: "", dialog: null, ...some },
  intent,
});

function stepBack(state: KeyState): Action | null {
  if (state.local.dialog !== null) return change(state, { typed: "", dialog: null });
  if (state.local.typed !== "") return change(state, { typed: "" });
  if (state.hasNotice) return { local: state.local, intent: { type: "dismiss" } };
  if (state.sale.phase === "tendering") return ask(state, { type: "resumeItems" });
  return change(state, { selected: null });
}

function whileSelling(state: KeyState, key: string): Action | null {
  const { sale, local } = state;
  const line = selectedLine(state);
  switch (key) {
    case "Escape":
      return stepBack(state);
    case "Enter":
      if (local.typed !== "") return ask(state, keyCode(local.typed), { selected: null });
      return sale.phase === "completed" ? change(state, { putAside: sale.receiptNumber }) : null;
    case "+":
    case "F2":
      return line === null ? null : ask(state, { type: "beginTendering" });
    case "*":
      return line === null ? null : openQuantity(state, line);
    case "Delete":
      return line === null ? null : removeLine(state, line);
    case "ArrowUp":
      return line === null ? null : select(state, line, -1);
    case "ArrowDown":
      return line === null ? null : select(state, line, 1);
    case "F4":
      return line === null ? null : change(state, { typed: "", dialog: { kind: "cancelSale" } });
    default:
      return edit(state, key, codeCharacter, longestCode);
  }
}

const keyCode = (code: string): Intent => ({ type: "keyCode", code });

const removeLine = (state: KeyState, { lineNo }: LineView): Action =>
  ask(state, { type: "removeLine", lineNo }, { typed: state.local.typed, selected: null });

/** "3 *" and "* 3" are both habits; digits already keyed become the proposed quantity. */
function openQuantity(state: KeyState, line: LineView): Action {
  const typed = /^\d{1,4}$/.test(state.local.typed) ? state.local.typed : "";
  const { lineNo, unit } = line;
  return change(state, { typed, dialog: { kind: "quantity", lineNo, unit } });
}

function select(state: KeyState, from: LineView, step: 1 | -1): Action {
  const { lines } = state.sale;
  const next = lines[lines.indexOf(from) + step];
  return change(state, { selected: next?.lineNo ?? from.lineNo });
}

function whileTendering(state: KeyState, key: string): Action | null {
  if (key === "Escape") return stepBack(state);
  if (key !== "Enter") return edit(state, key, /^[0-9.]$/, longestAmount);
  const amount = state.local.typed === "" ? amountDue(state.sale) : parseYuan(state.local.typed);
  if (amount === null || amount === 0) return change(state, {});
  return ask(state, { type: "tenderCash", amount });
}

function inDialog(state: KeyState, dialog: Dialog, key: string): Action | null {
  if (key === "Escape") return stepBack(state);
  if (dialog.kind === "cancelSale") {
    // Enter is what a hurried hand hits; losing a whole basket must take a key of its own.
    return key === "F4" ? ask(state, { type: "cancelSale" }, { selected: null }) : null;
  }
  if (key !== "Enter") return edit(state, key, /^[0-9.]$/, longestAmount);
  const intent = answer(dialog, state.local.typed);
  return intent === null ? change(state, {}) : ask(state, intent);
}

const largestQuantity = 9_999_000;

/** Null: what is typed is no quantity of that kind; the dialog stays and says so. */
function answer(dialog: Exclude<Dialog, { kind: "cancelSale" }>, typed: string): Intent | null {
  const isPieces = dialog.kind === "quantity" && dialog.unit === "EA";
  const quantity = isPieces ? parsePieces(typed) : parseKilograms(typed);
  if (quantity === null || quantity > largestQuantity) return null;
  if (dialog.kind === "weight") return { type: "keyCode", code: dialog.code, quantity };
  return { type: "setQuantity", lineNo: dialog.lineNo, quantity };
}
