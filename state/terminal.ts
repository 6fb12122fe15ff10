import type { ReceiptDocument } from "./base/document.ts";
import type { Catalogue } from "./catalogue.ts";
import { type ChartValue, initialChart } from "./chart.ts";
import type { Configuration, Registration, RoleCode } from "./configuration.ts";
import type { Fact, FactOf } from "./fact.ts";
import type { Refusal } from "./refusal.ts";

/** Everything a terminal knows, folded from its ledger. Plain JSON, so that it can be kept. */
export interface Terminal {
  readonly chart: ChartValue;
  readonly identity: { readonly thumbprint: string; readonly publicKey: string } | null;
  readonly authorization: Omit<FactOf<"activation.codeIssued">, "type"> | null;
  readonly registration: Registration | null;
  /** 0 until the first configuration has been adopted. */
  readonly configurationVersion: number;
  readonly configurationSha256: string | null;
  readonly activation: Activation | null;
  readonly test: TestTransaction | null;
  readonly cashier: Person | null;
  /** Wrong PINs since the last right one, by staff number. */
  readonly signOnFailures: { readonly [staffNo: string]: SignOnFailures };
  /** An article that waits for its weight; kept after a failure, until something else is done. */
  readonly weighing: Weighing | null;
  /** The sale under way, or the last completed one until the next begins. */
  readonly sale: Sale | null;
  /** Number of the last receipt: without gaps, never reset. */
  readonly receipts: number;
  /** Perpetual total of completed sales, in fen: never reset. */
  readonly perpetualSales: number;
  readonly lastReceipt: ReceiptDocument | null;
  /** Receipts that are not on paper yet, in order. */
  readonly jobs: readonly PrintJob[];
  /**
   * Of the last receipt: cut off; nobody knows; or its end may hang in the printer, and the next
   * is parted from it.
   */
  readonly lastSlip: "cut" | "unsure" | "hanging";
  /** Drawer kicks whose outcome is not known yet. */
  readonly kicks: readonly { readonly kickId: string; readonly reason: "cash-sale" | "test" }[];
  /** Why a device is in trouble, in its driver's word. */
  readonly troubles: { readonly [device in "scanner" | "printer"]: string | null };
}

export interface Person {
  readonly staffNo: string;
  readonly name: string;
}

export interface Activation extends Person {
  readonly enterprises: FactOf<"activation.cashierSignedIn">["enterprises"];
  readonly enterpriseId: string | null;
  readonly role: RoleCode | null;
}

export interface TestTransaction {
  readonly label: string;
  readonly name: string | null;
  /** The entry that the backend must have acknowledged for the test to pass. */
  readonly lastSeq: number | null;
}

export interface SignOnFailures {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

export type Line = Omit<FactOf<"line.added">, "type">;

export interface Weighing extends Omit<FactOf<"weighing.begun">, "type"> {
  readonly hasFailed: boolean;
}

export interface Sale {
  readonly saleId: string;
  readonly catalogueVersion: number;
  /** Voided lines are gone from here; the ledger keeps them. */
  readonly lines: readonly Line[];
  readonly nextLineNo: number;
  readonly completed: Completed | null;
}

export interface Completed extends Omit<FactOf<"sale.completed">, "type"> {
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface PrintJob {
  readonly jobId: string;
  readonly purpose: "sale" | "test" | "copy";
  readonly saleId: string | null;
  readonly document: ReceiptDocument;
  readonly phase: "waiting" | "started";
  /** The interrupted job that it makes good; part of that may hang in the printer. */
  readonly replaces?: string | undefined;
  /** Why it had to wait; null when nothing went wrong. */
  readonly trouble: string | null;
}

export const unknownTerminal: Terminal = {
  chart: initialChart,
  identity: null,
  authorization: null,
  registration: null,
  configurationVersion: 0,
  configurationSha256: null,
  activation: null,
  test: null,
  cashier: null,
  signOnFailures: {},
  weighing: null,
  sale: null,
  receipts: 0,
  perpetualSales: 0,
  lastReceipt: null,
  lastSlip: "cut",
  jobs: [],
  kicks: [],
  troubles: { scanner: null, printer: null },
};

/** What a decision may consult besides the terminal itself. */
export interface Trade {
  /** Null until the first configuration is here. */
  readonly configuration: Configuration | null;
  readonly catalogue: Catalogue | null;
  /** Whether a scale stands at this counter. */
  readonly hasScale: boolean;
  /** A new identifier at each call; a decision records it in a fact. */
  readonly freshId: () => string;
}

export interface Decision {
  /** In order. Written to the ledger before any effect is performed. */
  readonly facts: readonly Fact[];
  /** What the cashier is told: with no facts, why nothing happened. */
  readonly notice: Refusal | null;
}

/** Nothing to do with this input here. */
export const nothing: Decision = { facts: [], notice: null };

export const happened = (...facts: Fact[]): Decision => ({ facts, notice: null });
