import { connect, type Socket } from "node:net";
import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { TcpAddress } from "#drivers/links/message.ts";

/** Bytes that may wait for a printer that takes none; a receipt is a few thousand. */
const BACKLOG_LIMIT = 256 * 1024;
/** A printer that is switched off does not refuse; it says nothing. */
const CONNECT_WITHIN_MS = 5000;
/** How long a printer may take to end its side, once we have ended ours. */
const END_WITHIN_MS = 5000;
/** A cable that was pulled is noticed by the system's questions, which begin after this. */
const KEEP_ALIVE_AFTER_MS = 10_000;

/** Opens a connection to a printer's raw port, usually 9100, which serves one at a time. */
export function openTcpLink(address: TcpAddress, events: LinkEvents): Link {
  return new TcpLink(address, events);
}

class TcpLink implements Link {
  readonly #events: LinkEvents;
  readonly #socket: Socket;
  #timer: NodeJS.Timeout;
  #isClosing = false;
  #isOver = false;

  constructor({ host, port }: TcpAddress, events: LinkEvents) {
    this.#events = events;
    // Half open: when the printer ends its side, what we wrote is still sent.
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
    socket.setKeepAlive(true, KEEP_ALIVE_AFTER_MS);
    this.#socket = socket;
    this.#timer = setTimeout(() => this.#end("the printer does not answer"), CONNECT_WITHIN_MS);
    socket.on("connect", () => {
      clearTimeout(this.#timer);
      if (this.#isClosing) this.#finish();
      else events.opened();
    });
    // Read to the last byte, also while closing: a socket with unread bytes is reset, and a reset
    // may cost the printer the receipt it has not yet taken.
    socket.on("data", (bytes) => {
      if (!this.#isOver && !this.#isClosing) events.data(new Uint8Array(bytes));
    });
    socket.on("end", () => this.#end(this.#isClosing ? null : "the printer closed the connection"));
    socket.on("error", (error) => this.#end(error.message));
    socket.on("close", () => this.#end(this.#isClosing ? null : "the connection is gone"));
  }

  write(bytes: Uint8Array): void {
    if (this.#isOver || this.#isClosing) return;
    this.#socket.write(bytes);
    if (this.#socket.writableLength > BACKLOG_LIMIT) this.#end("the printer takes no more bytes");
  }

  close(): void {
    if (this.#isOver || this.#isClosing) return;
    this.#isClosing = true;
    if (!this.#socket.connecting) this.#finish();
  }

  /** What was written goes out, then our end; then the printer's is awaited, but not for ever. */
  #finish(): void {
    this.#socket.end();
    this.#timer = setTimeout(() => this.#end(null), END_WITHIN_MS);
  }

  /** The link is over, for the first reason that is given. */
  #end(reason: string | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#events.closed(reason);
    this.#socket.destroy();
  }
}
