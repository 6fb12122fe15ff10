import type { Sighting } from "#drivers/discovery/sighting.ts";
import type { FromDevices, LinkAddress, LinkId, ToWatches } from "#drivers/links/message.ts";
import { everySecond } from "#drivers/links/presence.ts";

/** Tells what is at each watched address: at once, and then whenever it changes. */
export class WatchTable {
  readonly #look: (address: LinkAddress) => Sighting;
  readonly #tell: (message: FromDevices) => void;
  readonly #watched = new Map<LinkId, { readonly address: LinkAddress; mark: string | null }>();
  #stopLooking: (() => void) | null = null;

  constructor(look: (address: LinkAddress) => Sighting, tell: (message: FromDevices) => void) {
    this.#look = look;
    this.#tell = tell;
  }

  obey(message: ToWatches): void {
    if (message.type === "unwatch") {
      this.#watched.delete(message.id);
      if (this.#watched.size === 0) this.stop();
      return;
    }
    this.#watched.set(message.id, { address: message.address, mark: null });
    this.#stopLooking ??= everySecond(() => this.#lookAround());
    this.#lookAround();
  }

  /** One look at every address; what has not changed is not told. */
  #lookAround(): void {
    for (const [id, watched] of this.#watched) {
      const sighting = this.#look(watched.address);
      if (sighting.mark === watched.mark) continue;
      watched.mark = sighting.mark;
      this.#tell({ type: "sighted", id, sighting });
    }
  }

  stop(): void {
    this.#stopLooking?.();
    this.#stopLooking = null;
  }
}
