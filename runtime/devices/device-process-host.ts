import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Sighting } from "#drivers/discovery/sighting.ts";
import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { FromDevices, LinkAddress, LinkId, ToDevices } from "#drivers/links/message.ts";
import { BackOff } from "#runtime/devices/back-off.ts";
import type { Diagnosis, Happening } from "#runtime/devices/diagnosis.ts";
import { Heartbeat } from "#runtime/devices/heartbeat.ts";
import type { Clock } from "#runtime/host/clock.ts";
import { unreachable } from "#state/base/assert.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** A running device process, as the host needs it. */
export interface DeviceProcess {
  readonly pid: number | undefined;
  send(message: ToDevices): void;
  /** Asks it to go; `kill` does not ask. */
  disconnect(): void;
  kill(): void;
}

export interface DeviceProcessEvents {
  said(message: FromDevices): void;
  /** It is gone, or never came to be. Told once. */
  died(reason: string): void;
}

export type StartDeviceProcess = (events: DeviceProcessEvents) => DeviceProcess;

/** Tells what is at an address, now and at each change; the answer stops it. */
export type WatchAddress = (address: LinkAddress, seen: (sighting: Sighting) => void) => () => void;

export interface DeviceProcessHostParts {
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly start?: StartDeviceProcess;
}

/** How long a device process may take to go before it is killed. */
const GO_WITHIN = millis(2000);

/**
 * Runs the device process and starts it again when it dies, or hangs and is killed. Every link it
 * held is told closed; a link asked for meanwhile is opened by the next process. Starts with the
 * first link.
 */
export class DeviceProcessHost {
  readonly #parts: Required<DeviceProcessHostParts>;
  readonly #links = new Map<
    LinkId,
    { readonly address: LinkAddress; readonly events: LinkEvents }
  >();
  readonly #watches = new Map<
    LinkId,
    { readonly address: LinkAddress; readonly seen: (sighting: Sighting) => void }
  >();
  readonly #backOff = new BackOff();
  readonly #heartbeat: Heartbeat;
  #opened = 0;
  #watched = 0;
  #starts = 0;
  #lastEnd: Happening | null = null;
  #process: DeviceProcess | null = null;
  #startedAt: Millis = millis(0);
  #cancelRestart: (() => void) | null = null;
  #whenStopped: (() => void) | null = null;

  constructor(parts: DeviceProcessHostParts) {
    this.#parts = { start: forkDeviceProcess, ...parts };
    const ask = () => this.#process?.send({ type: "ping" });
    this.#heartbeat = new Heartbeat(parts.clock, ask, () => {
      parts.log("device process: does not answer; it is killed");
      this.#process?.kill();
    });
  }

  /** The operating system's number of the running process; null between two. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  get diagnosis(): Diagnosis["process"] {
    return { pid: this.pid, starts: this.#starts, lastEnd: this.#lastEnd };
  }

  /** An `OpenLink` whose other end is in the device process. */
  readonly openLink = (address: LinkAddress, events: LinkEvents): Link => {
    this.#opened += 1;
    const id = `link-${this.#opened}`;
    this.#links.set(id, { address, events });
    if (this.#process !== null) this.#process.send({ type: "open", id, address });
    else if (this.#cancelRestart === null) this.#start();
    return {
      write: (bytes) => this.#process?.send({ type: "write", id, bytes }),
      close: () => this.#close(id),
    };
  };

  /** Tells what is at an address, now and at each change, as long as the process runs. */
  readonly watch: WatchAddress = (address, seen) => {
    this.#watched += 1;
    const id = `watch-${this.#watched}`;
    this.#watches.set(id, { address, seen });
    this.#process?.send({ type: "watch", id, address });
    return () => {
      this.#watches.delete(id);
      this.#process?.send({ type: "unwatch", id });
    };
  };

  /** Lets the process go; resolves when it has. Links are told nothing more. */
  stop(): Promise<void> {
    this.#links.clear();
    this.#watches.clear();
    this.#cancelRestart?.();
    this.#cancelRestart = null;
    this.#heartbeat.stop();
    const running = this.#process;
    if (running === null) return Promise.resolve();
    return new Promise((resolve) => {
      const cancelKill = this.#parts.clock.after(GO_WITHIN, () => running.kill());
      this.#whenStopped = () => {
        cancelKill();
        resolve();
      };
      running.disconnect();
    });
  }

  #close(id: LinkId): void {
    if (this.#process !== null) this.#process.send({ type: "close", id });
    else this.#hear({ type: "closed", id, reason: null });
  }

  #start(): void {
    this.#cancelRestart = null;
    this.#starts += 1;
    this.#startedAt = this.#parts.clock.monotonic();
    this.#process = this.#parts.start({
      said: (message) => this.#hear(message),
      died: (reason) => this.#bury(reason),
    });
    this.#heartbeat.start();
    // Before the links: whoever fails to open one knows by then what is there.
    for (const [id, { address }] of this.#watches)
      this.#process.send({ type: "watch", id, address });
    for (const [id, { address }] of this.#links) this.#process.send({ type: "open", id, address });
  }

  #hear(message: FromDevices): void {
    if (message.type === "pong") {
      this.#heartbeat.heard();
      return;
    }
    if (message.type === "sighted") {
      this.#watches.get(message.id)?.seen(message.sighting);
      return;
    }
    const link = this.#links.get(message.id);
    if (link === undefined) return;
    switch (message.type) {
      case "opened":
        link.events.opened();
        break;
      case "data":
        link.events.data(message.bytes);
        break;
      case "closed":
        this.#links.delete(message.id);
        link.events.closed(message.reason);
        break;
      default:
        unreachable(message);
    }
  }

  #bury(reason: string): void {
    const { clock, log } = this.#parts;
    this.#process = null;
    this.#heartbeat.stop();
    this.#lastEnd = { text: reason, at: clock.wall() };
    if (this.#whenStopped !== null) {
      this.#whenStopped();
      return;
    }
    const wait = this.#backOff.next(millis(clock.monotonic() - this.#startedAt));
    log(`device process: ended (${reason}); starts again in ${wait} ms`);
    this.#cancelRestart = clock.after(wait, () => this.#start());
    const links = [...this.#links.values()];
    this.#links.clear();
    for (const { events } of links) events.closed(`device process ended: ${reason}`);
  }
}

const main = fileURLToPath(import.meta.resolve("#drivers/device-process.ts"));

/** Starts `drivers/device-process.ts` on the same engine. */
export const forkDeviceProcess: StartDeviceProcess = (events) => {
  const child = fork(main, { serialization: "advanced", execArgv: [] });
  let isDead = false;
  const died = (reason: string) => {
    if (!isDead) events.died(reason);
    isDead = true;
  };
  child.on("message", (message) => events.said(message as FromDevices));
  child.on("error", (error) => died(error.message));
  child.on("exit", (code, signal) => died(signal ?? `exit code ${code}`));
  return {
    pid: child.pid,
    // A message to a process that is dying is answered by `died`.
    send: (message) => void child.send(message, () => {}),
    disconnect: () => {
      if (child.connected) child.disconnect();
    },
    kill: () => void child.kill("SIGKILL"),
  };
};
