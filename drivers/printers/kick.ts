import { type DrawerPulse, type NamedCommand, usualPulse } from "#drivers/printers/commands.ts";
import { printerLanguages } from "#drivers/printers/languages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import type { Outgoing } from "#drivers/printers/outgoing.ts";
import type { PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import type { Millis } from "#state/base/units.ts";

/** Whether any pulse opens the drawer of a printer in this state: none does in an error. */
export function isKickable({ state, recEmpty, coverOpen, hasError }: PrinterStatus): boolean {
  return state === "ready" || ((recEmpty || coverOpen) && !hasError);
}

/**
 * What opens the drawer of a printer in this state; null when nothing would. A queued pulse waits
 * for the lines before it, and for paper if that ends there: then it would open a drawer that
 * nobody looks at any more. Behind a receipt it is the real-time pulse, or waits in our hands.
 *
 * Source: Epson, `DLE DC4` (fn = 1): executed upon receiving it, ignored in an error and during
 * another pulse; of printing it says nothing, so that a printer that has it obeys it then too.
 */
export function kickFor(
  status: PrinterStatus,
  isUnderReceipt: boolean,
  { speaks, kicksAtOnce }: PrinterModel,
  pulse: DrawerPulse,
): readonly NamedCommand[] | "wait" | null {
  if (!isKickable(status)) return null;
  const { kick, kickNow } = printerLanguages[speaks];
  if (status.state !== "ready") return kickNow(pulse);
  if (!isUnderReceipt) return kick(pulse);
  return kicksAtOnce ? kickNow(pulse) : "wait";
}

/** Kicks held back while nobody knows whether they would open anything. */
const HELD_LIMIT = 8;
/** Longer than this nobody stands before the drawer for it, in milliseconds. */
const HELD_AT_MOST = 5000;

/** What is known of a printer when a kick is given. */
export interface KickMoment {
  /** Null: it is being asked, or seems silent. */
  readonly status: PrinterStatus | null;
  readonly isOpen: boolean;
  /** A part of a receipt may be in its hands. */
  readonly isUnderReceipt: boolean;
}

/** The kicks of one printer, and those that wait for their moment; each ends in one signal. */
export class Kicks {
  readonly #model: PrinterModel;
  readonly #pulse: DrawerPulse;
  readonly #output: Outgoing<PrinterSignal>;
  #held: { readonly kickId: string; readonly since: Millis }[] = [];

  constructor(
    model: PrinterModel,
    output: Outgoing<PrinterSignal>,
    pulse: DrawerPulse = usualPulse,
  ) {
    this.#model = model;
    this.#pulse = pulse;
    this.#output = output;
  }

  /** @returns whether a pulse was sent */
  give(kickId: string, moment: KickMoment, now: Millis, since = now): boolean {
    const { status, isOpen, isUnderReceipt } = moment;
    const wait = isOpen ? "wait" : null;
    const what = status === null ? wait : kickFor(status, isUnderReceipt, this.#model, this.#pulse);
    const isLate = now - since > HELD_AT_MOST;
    if (what === "wait" && !isLate && this.hold(kickId, since)) return false;
    const isSent = what !== null && what !== "wait" && !isLate;
    if (isSent) this.#output.write(what);
    this.#output.signal({ type: isSent ? "DrawerKicked" : "DrawerKickFailed", kickId });
    return isSent;
  }

  /** Gives again what was held. @returns whether a pulse was sent */
  giveHeld(moment: KickMoment, now: Millis): boolean {
    const held = this.#held.splice(0);
    return held.map(({ kickId, since }) => this.give(kickId, moment, now, since)).includes(true);
  }

  /** @returns false when too many are held already */
  hold(kickId: string, since: Millis): boolean {
    if (this.#held.length >= HELD_LIMIT) return false;
    this.#held.push({ kickId, since });
    return true;
  }
}
