import type { KeyObject } from "node:crypto";
import type { Sql } from "./store/sql.ts";

/** Everything a request handler may lean on. No handler reads a clock or rolls dice itself. */
export interface Context {
  readonly sql: Sql;
  /** One process serves one merchant; every table is ready for many. */
  readonly merchantId: string;
  /** Ed25519; signs configuration and acknowledgements. */
  readonly privateKey: KeyObject;
  /** Its raw public half, base64url. */
  readonly publicKey: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** The address people open; ends in a slash. Known once the server listens. */
  readonly url: () => string;
  /** The port in the `Host` header that pages must carry. */
  readonly port: () => number;
  /** Seconds between two polls of a terminal that waits for approval. */
  readonly pollInterval: number;
}
