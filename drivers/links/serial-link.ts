import type { SerialPort } from "serialport";
import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { SerialAddress } from "#drivers/links/message.ts";
import { watchPresence } from "#drivers/links/presence.ts";

/** Bytes that may wait for a port that takes none; a receipt is a few thousand. */
const BACKLOG_LIMIT = 256 * 1024;

/** A port by its path: which device has it, has been found out. */
export type SerialPortAddress = SerialAddress & { readonly path: string };

/** Opens a serial port. The binding is loaded when the first is, so that a test needs none. */
export function openSerialLink(address: SerialPortAddress, events: LinkEvents): Link {
  const link = new SerialLink(events);
  link.open(address).catch((error: unknown) => link.end(wordsOf(error)));
  return link;
}

class SerialLink implements Link {
  readonly #events: LinkEvents;
  #port: SerialPort | null = null;
  #queue: Uint8Array[] = [];
  #backlog = 0;
  #isWriting = false;
  #isClosing = false;
  #isOver = false;
  #stopLooking = () => {};

  constructor(events: LinkEvents) {
    this.#events = events;
  }

  async open({ path, baudRate, dataBits = 8, parity = "none" }: SerialPortAddress) {
    const serialport = await import("serialport");
    const port = new serialport.SerialPort({
      ...{ path, baudRate, dataBits, parity },
      autoOpen: false,
    });
    port.on("error", (error) => this.end(error.message));
    port.on("close", (error: Error | null) => this.end(error?.message ?? null));
    // Without a reader the binding never notices that the device has gone.
    port.on("data", (bytes: Uint8Array) => {
      if (!this.#isOver && !this.#isClosing) this.#events.data(new Uint8Array(bytes));
    });
    await new Promise<void>((resolve, reject) => {
      port.open((error) => (error === null ? resolve() : reject(error)));
    });
    this.#port = port;
    if (this.#isClosing) return this.#shut();
    this.#stopLooking = watchPresence(path, () => this.end("the port has gone"));
    this.#events.opened();
    this.#pump();
  }

  write(bytes: Uint8Array): void {
    if (this.#isOver || this.#isClosing) return;
    this.#queue.push(bytes);
    this.#backlog += bytes.length;
    if (this.#backlog > BACKLOG_LIMIT) this.end("the port takes no more bytes");
    else this.#pump();
  }

  close(): void {
    this.#isClosing = true;
    if (!this.#isWriting) this.#shut();
  }

  /** The link is over, for the first reason that is given. */
  end(reason: string | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopLooking();
    this.#queue = [];
    this.#events.closed(reason);
    if (this.#port?.isOpen === true) this.#port.close();
  }

  /** One chunk at a time, each drained: what the port did not take is not called written. */
  #pump(): void {
    const port = this.#port;
    if (port === null || this.#isWriting || this.#isOver) return;
    const bytes = this.#queue.shift();
    if (bytes === undefined) {
      if (this.#isClosing) this.#shut();
      return;
    }
    this.#isWriting = true;
    port.write(Buffer.from(bytes));
    port.drain((error) => {
      this.#isWriting = false;
      this.#backlog -= bytes.length;
      if (error !== null) this.end(error.message);
      else this.#pump();
    });
  }

  #shut(): void {
    if (this.#port?.isOpen === true) this.#port.close();
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
