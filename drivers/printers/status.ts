import type { PrinterSignal, PrinterStatus } from "#drivers/printers/signal.ts";
import {
  ASB1_COVER_OPEN,
  ASB2_CUTTER_ERROR,
  ASB2_ERRORS,
  ASB3_NEAR_END,
  ASB3_PAPER_END,
  EOT2_COVER_OPEN,
  EOT2_ERROR,
  EOT2_PAPER_END,
  EOT3_CUTTER_ERROR,
  EOT3_ERRORS,
  EOT4_NEAR_END,
  EOT4_PAPER_END,
  STATUS_OFFLINE,
  STATUS_PIN3_HIGH,
} from "#drivers/wire/escpos.ts";

/** What the printer last reported, as its bits say it. */
export interface Reported {
  readonly isOffline: boolean;
  readonly coverOpen: boolean;
  readonly recEmpty: boolean;
  readonly recNearEnd: boolean;
  readonly cutterError: boolean;
  readonly hasError: boolean;
  readonly pin3: "high" | "low";
}

/** Four bytes sent by `GS a`. */
export type AutomaticStatus = readonly [number, number, number, number];
/** The answers to `DLE EOT` 1 to 4; null where the printer does not know the question. */
export type RealTimeStatus = readonly (number | null)[];

/** Source: Epson, automatic status back; the fourth byte is reserved. */
export function fromAutomatic([first, second, third]: AutomaticStatus): Reported {
  return {
    isOffline: (first & STATUS_OFFLINE) !== 0,
    coverOpen: (first & ASB1_COVER_OPEN) !== 0,
    recEmpty: (third & ASB3_PAPER_END) !== 0,
    recNearEnd: (third & ASB3_NEAR_END) !== 0,
    cutterError: (second & ASB2_CUTTER_ERROR) !== 0,
    hasError: (second & ASB2_ERRORS) !== 0,
    pin3: (first & STATUS_PIN3_HIGH) !== 0 ? "high" : "low",
  };
}

/** Source: Epson, `DLE EOT`. A question without an answer reports no trouble. */
export function fromRealTime(answers: RealTimeStatus): Reported {
  const [printer, offline, error, paper] = [0, 1, 2, 3].map((index) => answers[index] ?? 0);
  const has = (byte: number | undefined, bits: number) => ((byte ?? 0) & bits) !== 0;
  return {
    isOffline: has(printer, STATUS_OFFLINE),
    coverOpen: has(offline, EOT2_COVER_OPEN),
    recEmpty: has(offline, EOT2_PAPER_END) || has(paper, EOT4_PAPER_END),
    recNearEnd: has(paper, EOT4_NEAR_END),
    cutterError: has(error, EOT3_CUTTER_ERROR),
    hasError: has(offline, EOT2_ERROR) || has(error, EOT3_ERRORS),
    pin3: has(printer, STATUS_PIN3_HIGH) ? "high" : "low",
  };
}

/** Before the printer has said anything, and again when it has fallen silent. */
export const silentStatus: PrinterStatus = {
  state: "no-answer",
  coverOpen: false,
  recEmpty: false,
  recNearEnd: false,
  cutterError: false,
  hasError: false,
  drawer: "unknown",
};

/** What is believed of a printer that must not be asked. */
export const trustedStatus: PrinterStatus = { ...silentStatus, state: "ready" };

/** @param openLevel the level of pin 3 while the drawer is open */
export function statusOf(reported: Reported, openLevel: "high" | "low"): PrinterStatus {
  const { isOffline, coverOpen, recEmpty, recNearEnd, pin3 } = reported;
  const { cutterError, hasError } = reported;
  const isStopped = isOffline || coverOpen || recEmpty || hasError;
  return {
    state: isStopped ? "offline" : "ready",
    coverOpen,
    recEmpty,
    recNearEnd,
    cutterError,
    hasError,
    drawer: pin3 === openLevel ? "open" : "closed",
  };
}

export function isSameStatus(one: PrinterStatus, other: PrinterStatus): boolean {
  return (
    one.state === other.state &&
    one.coverOpen === other.coverOpen &&
    one.recEmpty === other.recEmpty &&
    one.recNearEnd === other.recNearEnd &&
    one.cutterError === other.cutterError &&
    one.hasError === other.hasError &&
    one.drawer === other.drawer
  );
}

/** Why a printer in this state prints nothing, the cause a person can remove first. */
export function troubleOf(
  status: PrinterStatus,
): Extract<PrinterSignal, { type: "OutputError" }>["reason"] {
  if (status.state === "no-answer") return "no-answer";
  if (status.coverOpen) return "cover-open";
  if (status.recEmpty) return "paper-out";
  return status.cutterError ? "cutter" : "offline";
}
