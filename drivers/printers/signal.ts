import type { ReceiptDocument } from "#state/base/document.ts";

/** What a receipt printer can be told. The drawer hangs on the printer's connector. */
export type PrinterCommand =
  | {
      readonly type: "print";
      readonly jobId: string;
      readonly document: ReceiptDocument;
      /** An unfinished receipt may hang in the printer: it is cut off first. */
      readonly isParted?: boolean;
    }
  | { readonly type: "openDrawer"; readonly kickId: string };

/** What a receipt printer can say. Names from UnifiedPOS 1.16, POSPrinter and CashDrawer. */
export type PrinterSignal =
  | { readonly type: "StatusUpdate"; readonly status: PrinterStatus }
  /** `confirmed`: the printer said so; otherwise the bytes were sent and it cannot say more. */
  | {
      readonly type: "OutputComplete";
      readonly jobId: string;
      readonly confirmed: boolean;
      /** Every line is on paper; whether it was cut off, nobody knows. */
      readonly isUncut?: true;
    }
  | {
      readonly type: "OutputError";
      readonly jobId: string;
      readonly reason:
        | "paper-out"
        | "cover-open"
        | "cutter"
        | "offline"
        | "no-answer"
        | "link-lost";
      /** `nothing`: not a byte of the job left; `unknown`: some of it may be on paper. */
      readonly printed: "nothing" | "unknown";
    }
  /** The pulse command was handed to the printer. */
  | { readonly type: "DrawerKicked"; readonly kickId: string }
  | { readonly type: "DrawerKickFailed"; readonly kickId: string }
  /** What it says it is. Names are copied among makers: it is shown, and nothing follows from it. */
  | { readonly type: "Identified"; readonly identity: PrinterIdentity }
  /** Bytes from the printer that fit no answer we know. */
  | { readonly type: "PrinterNoise"; readonly bytesDropped: number }
  /** Characters the printer cannot write; a replacement was printed. */
  | { readonly type: "Unprintable"; readonly jobId: string; readonly characters: string };

/** In the printer's own words; empty where it has none. */
export interface PrinterIdentity {
  readonly maker: string;
  readonly model: string;
  readonly firmware: string;
  /** Of two-byte characters, such as `CHINA GB18030`. */
  readonly font: string;
}

export interface PrinterStatus {
  readonly state: "ready" | "offline" | "no-answer";
  readonly coverOpen: boolean;
  readonly recEmpty: boolean;
  readonly recNearEnd: boolean;
  readonly cutterError: boolean;
  /** An error of whatever kind: blade, head, or a cover that was opened under a receipt. */
  readonly hasError: boolean;
  /** `unknown` until the printer has reported its connector. */
  readonly drawer: "open" | "closed" | "unknown";
}
