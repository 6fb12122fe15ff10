import type { Symbology } from "./barcode.ts";
import type { Registration } from "./configuration.ts";
import type { Device, FactOf } from "./fact.ts";
import type { Intent } from "./intent.ts";
import type { Refusal } from "./refusal.ts";

/** Everything that can reach a terminal: people, devices, the backend, and its own start. */
export type Input =
  /** The process has started and folded its ledger. */
  | { readonly type: "started" }
  | { readonly type: "identityMade"; readonly thumbprint: string; readonly publicKey: string }
  | { readonly type: "intent"; readonly intent: Intent }
  /** Something outside said no; it is shown and changes nothing. */
  | { readonly type: "refused"; readonly refusal: Refusal }
  | BackendInput
  | DeviceInput
  /** A PIN was compared with its verifier; the PIN itself never gets this far. */
  | { readonly type: "pinChecked"; readonly staffNo: string; readonly isRight: boolean };

export type BackendInput =
  | ({ readonly type: "codeIssued" } & Omit<FactOf<"activation.codeIssued">, "type">)
  | { readonly type: "codeExpired" }
  | { readonly type: "approvalDenied" }
  | { readonly type: "approved"; readonly registration: Registration }
  | { readonly type: "configurationFetched"; readonly version: number; readonly sha256: string }
  | ({ readonly type: "signedIn" } & Omit<FactOf<"activation.cashierSignedIn">, "type">)
  | { readonly type: "posOpened"; readonly activatedAt: number }
  | { readonly type: "openingRefused"; readonly refusal: Refusal }
  /** Everything up to `seq` is safe at the backend. */
  | { readonly type: "acknowledged"; readonly seq: number };

export type DeviceInput =
  | {
      readonly type: "scanned";
      readonly label: string;
      /** Left out where the scanner does not say, or it changes nothing. */
      readonly symbology?: Symbology;
    }
  | { readonly type: "scanNoise"; readonly bytesDropped: number }
  | {
      readonly type: "deviceHealth";
      readonly device: Device;
      readonly health: "absent" | "ready" | "faulted";
      /** The driver's word for the trouble; empty when there is none. */
      readonly reason: string;
    }
  | { readonly type: "drawerSensed"; readonly open: boolean }
  | {
      readonly type: "printed";
      readonly jobId: string;
      readonly confirmed: boolean;
      readonly isUncut?: true | undefined;
    }
  | {
      readonly type: "printFailed";
      readonly jobId: string;
      readonly reason: string;
      readonly printed: "nothing" | "unknown";
    }
  | { readonly type: "weighed"; readonly readId: string; readonly grams: number }
  /** `reason` is the driver's word. */
  | { readonly type: "weighFailed"; readonly readId: string; readonly reason: string }
  | { readonly type: "kicked"; readonly kickId: string }
  | { readonly type: "kickFailed"; readonly kickId: string };
