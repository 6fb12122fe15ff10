import type { Link, OpenLink } from "#drivers/links/link.ts";
import type { FromDevices, LinkId, ToLinks } from "#drivers/links/message.ts";
import { pause } from "#drivers/links/pause.ts";
import { unreachable } from "#state/base/assert.ts";

/** The links of the device process by their id. What befalls one is told and touches no other. */
export class LinkTable {
  readonly #openLink: OpenLink;
  readonly #tell: (message: FromDevices) => void;
  readonly #links = new Map<LinkId, Link>();
  #whenAllClosed = () => {};

  constructor(openLink: OpenLink, tell: (message: FromDevices) => void) {
    this.#openLink = openLink;
    this.#tell = tell;
  }

  obey(message: ToLinks): void {
    switch (message.type) {
      case "open":
        this.#open(message);
        break;
      case "write":
        this.#links.get(message.id)?.write(message.bytes);
        break;
      case "close":
        this.#links.get(message.id)?.close();
        break;
      default:
        unreachable(message);
    }
  }

  /** Closes every link; resolves when all have let their devices go, or when time is up. */
  closeAll(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.#whenAllClosed = resolve;
      pause(withinMs).then(resolve);
      for (const link of this.#links.values()) link.close();
      if (this.#links.size === 0) resolve();
    });
  }

  #open({ id, address }: Extract<ToLinks, { type: "open" }>): void {
    let isOver = false;
    const link = this.#openLink(address, {
      opened: () => this.#tell({ type: "opened", id }),
      data: (bytes) => this.#tell({ type: "data", id, bytes }),
      closed: (reason) => {
        isOver = true;
        this.#links.delete(id);
        this.#tell({ type: "closed", id, reason });
        if (this.#links.size === 0) this.#whenAllClosed();
      },
    });
    if (!isOver) this.#links.set(id, link);
  }
}
