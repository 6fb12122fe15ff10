/**
 * A pseudo-terminal as a serial port: the host opens a stable name, `<data>/scanner`, that links to
 * the kernel's `/dev/pts/N`, so that a restarted simulator is found again under the same name.
 *
 * The native binding of node-pty opens the pair; its own streams are not used, because they read
 * the host's side. The slave stays open here, else the pair dies before the host has come.
 */
import { execFileSync } from "node:child_process";
import { closeSync, renameSync, rmSync, symlinkSync, write } from "node:fs";
import { createRequire } from "node:module";
import { ReadStream } from "node:tty";
import { CodedError } from "#state/base/coded-error.ts";
import type { Clock } from "../clock.ts";
import type { Port } from "./port.ts";

interface Pair {
  readonly master: number;
  readonly slave: number;
  /** The kernel's name of the slave. */
  readonly pty: string;
}

/** The kernel holds some 4 KB; a host that reads nothing for this long has lost the rest. */
const UNREAD_MS_MAX = 1000;
const RETRY_MS = 10;

/** Opens a pair and links `name` to it. Throws `simulator/no-pty` where the system has none. */
export function openPty(name: string, clock: Clock): Port {
  const pair = openPair(name);
  const stream = new ReadStream(pair.master);
  // The master reports an error when the pair goes away, which only `close` makes happen.
  stream.on("error", () => {});
  link(pair.pty, name);
  const writer = new PtyWriter(pair.master, clock);
  return {
    write: (bytes) => writer.write(bytes),
    listen: (listener) => stream.on("data", (bytes: Buffer) => listener(bytes)),
    hold: (isHeld) => (isHeld ? stream.pause() : stream.resume()),
    close() {
      writer.close();
      rmSync(name, { force: true });
      stream.destroy();
      closeSync(pair.slave);
    },
  };
}

function openPair(name: string): Pair {
  try {
    const here = createRequire(import.meta.url);
    const beside = createRequire(here.resolve("@lydell/node-pty/package.json"));
    const platform = `${process.platform}-${process.arch}`;
    const pair: Pair = beside(`@lydell/node-pty-${platform}/pty.node`).open(80, 24);
    // Bytes pass as they are: no echo, no CR for LF, no signals, no line editing.
    execFileSync("stty", ["raw", "-echo", "-iexten"], { stdio: [pair.slave, "ignore", "pipe"] });
    return pair;
  } catch (cause) {
    throw new CodedError("simulator/no-pty", {
      what: `No pseudo-terminal could be opened for ${name}`,
      fix:
        "Run the simulator on Linux or macOS with `stty` installed and /dev/pts mounted, " +
        "and with the optional dependencies: node-pty's binary is one.",
      cause,
    });
  }
}

/** Replaces an older link in one step: a host that looks meanwhile finds one or the other. */
function link(target: string, name: string): void {
  const fresh = `${name}.new`;
  rmSync(fresh, { force: true });
  symlinkSync(target, fresh);
  renameSync(fresh, name);
}

/** Writes in order and waits for a slow reader; a stream's own writes can block the process. */
class PtyWriter {
  readonly #fd: number;
  readonly #clock: Clock;
  #queue: Uint8Array[] = [];
  #isWriting = false;
  #isClosed = false;
  #stuckSince: number | null = null;
  #cancel = () => {};

  constructor(fd: number, clock: Clock) {
    this.#fd = fd;
    this.#clock = clock;
  }

  write(bytes: Uint8Array): void {
    if (this.#isClosed || bytes.length === 0) return;
    this.#queue.push(bytes);
    this.#next();
  }

  close(): void {
    this.#isClosed = true;
    this.#queue = [];
    this.#cancel();
  }

  #next(): void {
    const bytes = this.#queue[0];
    if (bytes === undefined || this.#isWriting || this.#isClosed) return;
    this.#isWriting = true;
    write(this.#fd, bytes, (error, written) => {
      if (error === null) this.#advance(bytes, written);
      else this.#wait();
    });
  }

  #advance(bytes: Uint8Array, written: number): void {
    this.#stuckSince = null;
    this.#isWriting = false;
    if (written < bytes.length) this.#queue[0] = bytes.subarray(written);
    else this.#queue.shift();
    this.#next();
  }

  #wait(): void {
    const now = this.#clock.now();
    this.#stuckSince ??= now;
    if (now - this.#stuckSince > UNREAD_MS_MAX) {
      this.#queue = [];
      this.#stuckSince = null;
    }
    this.#cancel = this.#clock.after(RETRY_MS, () => {
      this.#isWriting = false;
      this.#next();
    });
  }
}
