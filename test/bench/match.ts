import type { PeerName } from "./peers.ts";

/** What one comparison is played with. */
export interface Match {
  readonly rounds: number;
  readonly random: () => number;
  /** An empty folder for data. */
  readonly folder: string;
  /** Those that are installed. */
  readonly peers: readonly PeerName[];
  /** Tells whoever waits what is going on. */
  readonly say: (what: string) => void;
}

/** A finished comparison: for people as text, for programs as rows and as every round's sample. */
export interface Measured {
  readonly name: "durable" | "receipt" | "scan";
  readonly title: string;
  readonly text: string;
  readonly rows: readonly object[];
  readonly samples: Readonly<Record<string, readonly object[]>>;
}
