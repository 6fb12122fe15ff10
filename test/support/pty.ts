import { close, write } from "node:fs";
import { createRequire } from "node:module";
import { ReadStream } from "node:tty";

/** The native half of node-pty: its own stream would eat what is sent to the port. */
interface PtyBinding {
  open(columns: number, rows: number): { master: number; slave: number; pty: string };
}

/** A serial port without a wire: `path` is what the terminal opens, this object is the device. */
export class Pty implements AsyncDisposable {
  readonly path: string;
  readonly #master: number;
  readonly #slave: number;
  readonly #reader: ReadStream;
  #isGone = false;

  constructor(heard: (bytes: Uint8Array) => void) {
    const require = createRequire(import.meta.url);
    const name = `@lydell/node-pty-${process.platform}-${process.arch}/pty.node`;
    const binding = require(name) as PtyBinding;
    const { master, slave, pty } = binding.open(80, 24);
    this.path = pty;
    this.#master = master;
    // Held open and never read: when the last holder of this side goes, the pair dies.
    this.#slave = slave;
    this.#reader = new ReadStream(master);
    this.#reader.on("data", heard);
    this.#reader.on("error", () => {});
  }

  /** Sends bytes as the device; a full buffer is tried again. */
  async send(bytes: Uint8Array): Promise<void> {
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(await writeSome(this.#master, rest));
  }

  /** Pulls the cable. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#reader.destroy();
    await new Promise<void>((resolve) => close(this.#slave, () => resolve()));
  }
}

function writeSome(file: number, bytes: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    write(file, bytes, (error, written) => {
      if (error === null) resolve(written);
      else if (error.code === "EAGAIN") setImmediate(() => resolve(0));
      else reject(error);
    });
  });
}
