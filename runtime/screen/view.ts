import type { Text } from "#state/base/text.ts";

/**
 * What the counter screen knows of the terminal: one JSON value, sent whole after every change.
 * Amounts are in fen, quantities in thousandths, instants in milliseconds since 1970.
 */
export interface CounterView {
  /** The ledger entry this view shows; it is durable. */
  readonly seq: number;
  readonly life: LifeView;
  readonly devices: { readonly [device in "scanner" | "printer" | "drawer"]: DeviceView } & {
    /** Left out where none is configured. */
    readonly display?: DeviceView;
    readonly scale?: DeviceView;
  };
  readonly uplink: {
    readonly reachable: boolean;
    /** Completed sales that are only on this machine. */
    readonly waitingSales: number;
  };
  /** What the cashier must know about the last thing tried; null once something worked. */
  readonly notice: Notice | null;
  /** The page sounds when `count` grows: the drawer has stood open too long. Null: never. */
  readonly drawerBeep: {
    readonly count: number;
    readonly hertz: number;
    readonly milliseconds: number;
  } | null;
  /** Print jobs that are not on paper yet, and why. */
  readonly printing: { readonly jobs: number; readonly trouble: Text | null };
}

export type LifeView =
  | { readonly stage: "starting" }
  /** Waiting for the backend to hand out a code. */
  | { readonly stage: "not-activated" }
  | {
      readonly stage: "awaiting-approval";
      /** `XXXX-XXXX` */
      readonly userCode: string;
      readonly verificationUri: string;
      /** Rows of the QR code of the complete address, `1` is dark. */
      readonly qr: readonly string[];
      readonly expiresAt: number;
      /** First characters of the key's thumbprint, to compare on the approving side. */
      readonly fingerprint: string;
    }
  | { readonly stage: "configuring"; readonly store: StoreView }
  | { readonly stage: "signing-in"; readonly store: StoreView }
  | {
      readonly stage: "choosing-enterprise";
      readonly store: StoreView;
      readonly staffName: string;
      readonly enterprises: readonly { readonly id: string; readonly name: string }[];
    }
  | {
      readonly stage: "choosing-role";
      readonly store: StoreView;
      readonly staffName: string;
      readonly enterpriseName: string;
      readonly roles: readonly ("CASHIER" | "STORE_MANAGER" | "NR_ADMIN")[];
    }
  | {
      readonly stage: "opening-pos";
      readonly store: StoreView;
      readonly staffName: string;
      readonly enterpriseName: string;
      /** True while the backend is being asked; false: tap 云POS to open. */
      readonly asking: boolean;
    }
  | {
      readonly stage: "test-transaction";
      readonly store: StoreView;
      /** The step under way; those before it are done. */
      readonly step: "scan" | "print" | "drawer" | "sync" | "passed";
      /** What the scanner read, once it has. */
      readonly scanned: string | null;
    }
  | { readonly stage: "signed-off"; readonly store: StoreView; readonly staff: StaffView[] }
  | {
      readonly stage: "signed-in";
      readonly store: StoreView;
      readonly cashier: StaffView;
      readonly sale: SaleView;
    };

export interface StoreView {
  readonly enterpriseName: string;
  readonly storeName: string;
  readonly tillNumber: string;
}

export interface StaffView {
  readonly staffNo: string;
  readonly name: string;
}

export interface SaleView {
  readonly phase: "idle" | "items" | "tendering" | "completed";
  readonly lines: readonly LineView[];
  /** Pieces; a weighed line counts as one. */
  readonly pieces: number;
  readonly total: number;
  /** Tax inside `total`, one row a rate; `rate` in basis points: 1300 is 13 %. */
  readonly taxes: readonly { readonly rate: number; readonly amount: number }[];
  /** Cash amounts worth a button, in fen: the exact one first. Empty unless `tendering`. */
  readonly quickCash: readonly number[];
  /** Set when `completed`. */
  readonly receiptNumber: string | null;
  readonly tendered: number;
  readonly change: number;
  /** There is a last receipt to print again. */
  readonly canReprint: boolean;
}

export interface LineView {
  readonly lineNo: number;
  readonly name: Text;
  readonly code: string;
  readonly quantity: number;
  readonly unit: "EA" | "KGM";
  readonly unitPrice: number;
  readonly amount: number;
}

export interface DeviceView {
  readonly state: "ready" | "faulted" | "absent";
  /** For the drawer: is it open? Null when nobody can say. */
  readonly open: boolean | null;
  /** What to do about it; null when nothing is to be done. */
  readonly advice: Text | null;
}

export interface Notice {
  /** Grows with each notice, so that the page can sound and announce it once. */
  readonly number: number;
  readonly code: string;
  readonly severity: "info" | "warning" | "error";
  /** What happened, what is safe, and what to do next. */
  readonly title: Text;
  readonly detail: Text;
}
