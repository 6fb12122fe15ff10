import type { RoleCode } from "#state/configuration.ts";
import type { CertificationState } from "../certification.ts";

/**
 * What the workbench's API answers; the page reads these types and nothing else of the backend.
 * Instants are milliseconds since 1970, amounts are fen.
 */
export interface SessionView {
  readonly staffNo: string;
  readonly name: string;
  readonly enterpriseName: string;
}

/** A terminal that waits for its store. */
export interface AuthorizationView {
  readonly userCode: string;
  readonly terminal: string;
  /** First characters of the key's thumbprint, to compare with the counter's screen. */
  readonly fingerprint: string;
  readonly hostname: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface TerminalView {
  readonly terminal: string;
  readonly fingerprint: string;
  readonly hostname: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly tillNumber: string;
  readonly state: "ENROLLED" | "ACTIVATED";
  readonly enrolledAt: number;
  readonly activatedAt: number | null;
  /** The last epoch heard of, and its last acknowledged entry; 0 before the first. */
  readonly epoch: number;
  readonly acknowledgedSeq: number;
  readonly salesCount: number;
  readonly salesTotal: number;
  /** Entries set aside as forks, forgeries or poison. */
  readonly quarantined: number;
}

export interface StoreView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly merchantCode: string;
  readonly certification: CertificationState;
  /** Null when no leaf department is bound to it. */
  readonly departmentPath: string | null;
}

export interface StaffView {
  readonly staffNo: string;
  readonly name: string;
  /** Masked: `138****0001`. */
  readonly mobile: string;
  readonly roles: readonly RoleCode[];
  readonly departmentPath: string;
  readonly storeId: string | null;
  readonly status: "ACTIVE" | "LEFT";
}

export interface EntryView {
  readonly epoch: number;
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  /** Exact JSON text. */
  readonly body: string;
  readonly prev: string;
  readonly hash: string;
}
