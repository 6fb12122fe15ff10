/**
 * The network plug of a receipt printer: TCP, raw bytes, by custom port 9100. A printer serves one
 * connection at a time; the others wait in line unread, or are refused with RST.
 *
 * Source: the "raw" port 9100 of network print servers; one connection at a time is what TM and
 * clone network boards do by their manuals. Not compared with a device.
 */
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { CodedError } from "#state/base/coded-error.ts";
import type { Clock } from "../clock.ts";
import type { Port } from "./port.ts";

export interface TcpOptions {
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** What a second client meets while one is served; default `wait`. */
  readonly whenBusy?: "wait" | "refuse";
  /** How fast it reads, in bytes a second; default as fast as they come. */
  readonly bytesPerSecond?: number;
}

export interface TcpPort extends Port {
  /** The port that it listens on. */
  readonly number: number;
  /** Clients: the one being served and those that wait. */
  readonly clients: number;
  /** `true`: reads nothing more until `false`, as firmware that hangs; the host's window fills. */
  stall(isStalled: boolean): void;
  /** Ends the connection being served: `rst` as a cable pulled and back, `fin` as a time-out. */
  drop(how: "rst" | "fin"): void;
}

/** More than this wait in line; a port scan must not fill the memory. */
const CLIENTS_MAX = 16;
/** To a client that does not read; more is lost, as a printer's own send buffer is small. */
const UNREAD_BYTES_MAX = 65_536;

/** Listens on 127.0.0.1. Throws `simulator/port-taken`. */
export async function openTcp(options: TcpOptions, clock: Clock): Promise<TcpPort> {
  const desk = new Desk(options, clock);
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true });
  server.on("connection", (socket) => desk.arrive(socket));
  await listen(server, options.port);
  return {
    get number() {
      const address: AddressInfo | string | null = server.address();
      return address !== null && typeof address === "object" ? address.port : options.port;
    },
    get clients() {
      return desk.clients;
    },
    write: (bytes) => desk.write(bytes),
    listen: (listener) => desk.listen(listener),
    hold: (isHeld) => desk.pause("held", isHeld),
    stall: (isStalled) => desk.pause("stalled", isStalled),
    drop: (how) => desk.drop(how),
    reset: () => desk.drop("rst"),
    close() {
      server.close();
      desk.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) =>
      reject(
        new CodedError("simulator/port-taken", {
          what: `Port ${port} on 127.0.0.1 cannot be had`,
          fix: "Stop what listens there, or give --printer-tcp another port (0 takes a free one).",
          cause,
        }),
      ),
    );
    server.listen({ host: "127.0.0.1", port }, resolve);
  });
}

/** Serves the first client in line. */
class Desk {
  readonly #options: TcpOptions;
  readonly #clock: Clock;
  readonly #pauses = new Set<"held" | "stalled" | "slow">();
  #line: Socket[] = [];
  #listener: (bytes: Uint8Array) => void = () => {};
  #cancel = () => {};

  constructor(options: TcpOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  get clients(): number {
    return this.#line.length;
  }

  listen(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener;
  }

  arrive(socket: Socket): void {
    const isBusy = this.#line.length > 0;
    if ((isBusy && this.#options.whenBusy === "refuse") || this.#line.length >= CLIENTS_MAX) {
      socket.on("error", () => {});
      socket.resetAndDestroy();
      return;
    }
    this.#line.push(socket);
    // A client that resets is one that left; `close` follows.
    socket.on("error", () => {});
    socket.on("close", () => this.#leave(socket));
    socket.on("end", () => socket.end());
    socket.on("data", (bytes: Buffer) => this.#take(bytes));
    socket.pause();
    if (!isBusy) this.#flow();
  }

  write(bytes: Uint8Array): void {
    const [served] = this.#line;
    if (served === undefined || !served.writable) return;
    if (served.writableLength + bytes.length <= UNREAD_BYTES_MAX) served.write(bytes);
  }

  pause(why: "held" | "stalled" | "slow", isPaused: boolean): void {
    if (this.#pauses.has(why) === isPaused) return;
    if (isPaused) this.#pauses.add(why);
    else this.#pauses.delete(why);
    this.#flow();
  }

  drop(how: "rst" | "fin"): void {
    const [served] = this.#line;
    if (served === undefined) return;
    if (how === "rst") served.resetAndDestroy();
    else served.end(() => served.destroy());
  }

  close(): void {
    this.#cancel();
    for (const socket of this.#line) socket.destroy();
  }

  #take(bytes: Buffer): void {
    const { bytesPerSecond } = this.#options;
    if (bytesPerSecond !== undefined) {
      this.pause("slow", true);
      const takesMs = (bytes.length / bytesPerSecond) * 1000;
      this.#cancel = this.#clock.after(takesMs, () => this.pause("slow", false));
    }
    this.#listener(bytes);
  }

  #leave(socket: Socket): void {
    this.#line = this.#line.filter((each) => each !== socket);
    this.#flow();
  }

  #flow(): void {
    const [served] = this.#line;
    if (this.#pauses.size > 0) served?.pause();
    else served?.resume();
  }
}
