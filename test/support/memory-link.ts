import type { Link, LinkEvents, OpenLink } from "#drivers/links/link.ts";
import type { LinkAddress } from "#drivers/links/message.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

/** A link whose device is the test. */
export class MemoryLink implements Link {
  readonly address: LinkAddress;
  readonly #events: LinkEvents;
  #written = "";
  isClosed = false;

  constructor(address: LinkAddress, events: LinkEvents) {
    this.address = address;
    this.#events = events;
  }

  write(bytes: Uint8Array): void {
    this.#written = `${this.#written} ${toHex(bytes)}`.trim();
  }

  close(): void {
    this.isClosed = true;
    this.#events.closed(null);
  }

  /** What was written since the last call, in spaced hex. */
  takeWritten(): string {
    const written = this.#written;
    this.#written = "";
    return written;
  }

  plug(): void {
    this.#events.opened();
  }

  send(hex: string): void {
    this.#events.data(fromHex(hex));
  }

  unplug(reason = "No such device"): void {
    this.#events.closed(reason);
  }
}

/** Remembers every link that was asked for. */
export function memoryLinks(): { readonly links: MemoryLink[]; readonly openLink: OpenLink } {
  const links: MemoryLink[] = [];
  return {
    links,
    openLink(address, events) {
      const link = new MemoryLink(address, events);
      links.push(link);
      return link;
    },
  };
}

/** The newest of a list that must not be empty. */
export function newest<Item>(items: readonly Item[]): Item {
  const item = items.at(-1);
  if (item === undefined) throw new Error("nothing was opened");
  return item;
}
