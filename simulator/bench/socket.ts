/**
 * The bench on a WebSocket, `/api/socket`: the state at once and after each change, and every
 * action of the API by the same name. An action is put to the bench's own routes, so it is checked,
 * done and refused exactly as over HTTP.
 *
 * From the client: `{ "id": 1, "do": "printer", "with": { "cover": "open" } }`; `do` is what
 * follows `POST /api/`, `id` is the client's own and may be left out. To the client:
 * `{ "state": {…} }`, and `{ "answer": 1, "ok": true, "body": {…} }` or
 * `{ "answer": 1, "ok": false, "code", "what", "fix" }`, in the order of the actions.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { admitSocket } from "./guard.ts";
import type { BenchHost } from "./host.ts";

export const SOCKET_PATH = "/api/socket";

const MESSAGE_BYTES_MAX = 1 << 18;
const UNREAD_BYTES_MAX = 1 << 20;
const SOCKETS_MAX = 64;
/** Actions that one client may have waiting. */
const WAITING_MAX = 256;

interface Asked {
  readonly id: unknown;
  readonly name: string;
  readonly body: unknown;
}

export function socketRoute(app: FastifyInstance, host: BenchHost, port: () => number): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES_MAX });
  app.server.on("upgrade", (request: IncomingMessage, wire: Duplex, head: Buffer) => {
    wire.on("error", () => {});
    const refusal = refusalOf(request, port(), sockets.clients.size);
    if (refusal !== null) {
      wire.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, wire, head, (socket) => new Talk(socket, app, host, port()));
  });
  app.addHook("preClose", async () => {
    for (const socket of sockets.clients) socket.close(1001);
  });
}

/** Others may be passed over: Java's client offers HTTP/2 with each request (`Upgrade: h2c`). */
export function asksForSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === "websocket";
}

function refusalOf(request: IncomingMessage, port: number, open: number): string | null {
  const { host, origin } = request.headers;
  const fetchSite = request.headers["sec-fetch-site"]?.toString();
  const verdict = admitSocket({ host, origin, fetchSite }, port);
  if (verdict === 421) return "421 Misdirected Request";
  if (verdict === 403) return "403 Forbidden";
  if (request.url?.split("?")[0] !== SOCKET_PATH) return "404 Not Found";
  return open >= SOCKETS_MAX ? "503 Service Unavailable" : null;
}

class Talk {
  readonly #socket: WebSocket;
  readonly #app: FastifyInstance;
  readonly #port: number;
  #done: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(socket: WebSocket, app: FastifyInstance, host: BenchHost, port: number) {
    this.#socket = socket;
    this.#app = app;
    this.#port = port;
    // A client that breaks the protocol is closed by the library; there is nobody to tell.
    socket.on("error", () => {});
    socket.on("message", (data) => this.#hear(data));
    this.#send({ state: host.state });
    socket.on(
      "close",
      host.watch((state) => this.#send({ state })),
    );
  }

  #hear(data: RawData): void {
    const asked = askedIn(data);
    if (asked === null || this.#waiting >= WAITING_MAX) {
      const what = asked === null ? "This is no action" : "Too many actions wait";
      const fix = 'Send { "id": 1, "do": "printer", "with": { "cover": "open" } } and wait.';
      this.#answer(asked?.id ?? null, false, { code: "simulator/bad-request", what, fix });
      return;
    }
    this.#waiting += 1;
    this.#done = this.#done.then(() => this.#act(asked));
  }

  async #act({ id, name, body }: Asked): Promise<void> {
    const answer = await this.#app.inject({
      method: "POST",
      url: `/api/${name}`,
      headers: { host: `127.0.0.1:${this.#port}`, "content-type": "application/json" },
      payload: JSON.stringify(body),
    });
    this.#waiting -= 1;
    const isOk = answer.statusCode < 400;
    this.#answer(id, isOk, isOk ? { body: answer.json() } : answer.json());
  }

  #answer(id: unknown, ok: boolean, more: object): void {
    this.#send({ answer: id, ok, ...more });
  }

  /** A client that does not read misses states; the memory stays bounded. */
  #send(message: object): void {
    const isOpen = this.#socket.readyState === this.#socket.OPEN;
    if (isOpen && this.#socket.bufferedAmount < UNREAD_BYTES_MAX) {
      this.#socket.send(JSON.stringify(message));
    }
  }
}

function askedIn(data: RawData): Asked | null {
  try {
    const message: unknown = JSON.parse(data.toString());
    if (typeof message !== "object" || message === null) return null;
    const { id = null, do: name, with: body = {} } = message as Record<string, unknown>;
    if (typeof name !== "string" || !/^[a-z0-9][a-z0-9/-]*$/.test(name)) return null;
    return { id, name, body };
  } catch {
    return null;
  }
}
