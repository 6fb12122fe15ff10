import type { LinkAddress } from "#drivers/links/message.ts";

/** A way to move bytes to a device and back. It knows nothing of what they mean. */
export interface Link {
  /** In order, or the link closes. */
  write(bytes: Uint8Array): void;
  /** What was written still goes out; `closed` is told when it has. */
  close(): void;
}

/** `opened` at most once, then `data`; `closed` exactly once, and nothing after it. */
export interface LinkEvents {
  opened(): void;
  data(bytes: Uint8Array): void;
  /** @param reason the system's own words; null when the link was closed as asked */
  closed(reason: string | null): void;
}

/** Opens a link, or tells `closed` with the reason; never throws. */
export type OpenLink = (address: LinkAddress, events: LinkEvents) => Link;
