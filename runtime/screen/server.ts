import type { ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { CodedError } from "#state/base/coded-error.ts";
import { judge, pageHeaders } from "#state/base/loopback.ts";
import { millis } from "#state/base/units.ts";
import { type Intent, intent as intentSchema } from "#state/intent.ts";
import type { Refusal } from "#state/refusal.ts";
import type { Diagnosis } from "../devices/diagnosis.ts";
import type { Clock } from "../host/clock.ts";
import type { CounterView } from "./view.ts";

/** The counter screen's own server: loopback only, one page, one stream of views, one door in. */
export interface ScreenParts {
  /** 0 takes any free port. */
  readonly port: number;
  /** 256 bits that the kiosk's browser was told: another user of this machine has not got them. */
  readonly key: string;
  readonly clock: Clock;
  readonly view: () => CounterView;
  /** For a technician: what the devices did so far. */
  readonly diagnose: () => Diagnosis;
  /** Resolves when what was asked for is durable, or refused. */
  readonly ask: (intent: Intent) => Promise<Refusal | null>;
}

const pageFolder = fileURLToPath(new URL("../../build/pages/counter", import.meta.url));
const cookieName = "guitai-counter";
/** More screens than this on one counter is a loop, not a shop. */
const mostStreams = 20;
/** A screen that heard nothing for longer than two of these takes the terminal for hung. */
const beatEvery = millis(10_000);
/** Its data line is empty, but has to be there: browsers drop an event without one. */
const beat = "event: beat\ndata:\n\n";

export class ScreenServer {
  readonly #parts: ScreenParts;
  readonly #app: FastifyInstance;
  readonly #streams = new Set<ServerResponse>();
  #port = 0;
  #stopBeating = () => {};

  constructor(parts: ScreenParts) {
    this.#parts = parts;
    this.#app = fastify({ bodyLimit: 16 * 1024, forceCloseConnections: true });
  }

  /** Without its key; null until it listens. */
  get origin(): string | null {
    return this.#port === 0 ? null : `http://127.0.0.1:${this.#port}`;
  }

  /**
   * @returns the address with its key: open it once, and the browser is known
   * @throws CodedError `screen/port-taken`
   */
  async listen(): Promise<string> {
    const { port, key } = this.#parts;
    this.#guard();
    this.#routes();
    try {
      const address = await this.#app.listen({ port, host: "127.0.0.1" });
      this.#port = Number(new URL(address).port);
    } catch (cause) {
      throw new CodedError("screen/port-taken", {
        what: `Port ${port} of this machine is taken`,
        fix: "Stop the program that uses it, or start the terminal with another --port.",
        cause,
      });
    }
    this.#beatAgain();
    return `${this.origin}/enter?key=${key}`;
  }

  /** Sends the view to every screen. */
  show(view: CounterView): void {
    this.#send(eventOf(view));
  }

  async close(): Promise<void> {
    this.#stopBeating();
    for (const stream of this.#streams) stream.end();
    await this.#app.close();
  }

  #beatAgain(): void {
    this.#stopBeating = this.#parts.clock.after(beatEvery, () => {
      this.#send(beat);
      this.#beatAgain();
    });
  }

  /** A screen that does not read is cut off, never waited for. */
  #send(message: string): void {
    for (const stream of this.#streams) {
      if (stream.writableLength > 1024 * 1024) stream.destroy();
      else stream.write(message);
    }
  }

  #guard(): void {
    this.#app.addHook("onRequest", async (request, reply) => {
      reply.headers(pageHeaders);
      const { host, origin } = request.headers;
      const fetchSite = request.headers["sec-fetch-site"]?.toString();
      const verdict = judge({ method: request.method, host, origin, fetchSite }, this.#port);
      if (verdict !== 200) return reply.code(verdict).send({ code: "screen/foreign-page" });
      if (request.url.startsWith("/enter?") || this.#isKnown(request)) return;
      return reply.code(401).type("text/html").send(strangerPage);
    });
  }

  #isKnown(request: FastifyRequest): boolean {
    const cookies = (request.headers.cookie ?? "").split("; ");
    return cookies.includes(`${cookieName}=${this.#parts.key}`);
  }

  #routes(): void {
    const { key, view, diagnose, ask } = this.#parts;
    this.#app.get("/enter", async (request, reply) => {
      const given = (request.query as { key?: string }).key;
      if (given !== key) return reply.code(401).type("text/html").send(strangerPage);
      const cookie = `${cookieName}=${key}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`;
      return reply.header("set-cookie", cookie).redirect("/");
    });
    this.#app.get("/diagnosis", (_request, reply) =>
      reply.header("cache-control", "no-store").send(diagnose()),
    );
    this.#app.get("/events", (_request, reply) => this.#stream(reply, view));
    this.#app.post("/intents", async (request, reply) => {
      const parsed = intentSchema.safeParse(request.body);
      if (!parsed.success) return reply.code(400).send({ code: "screen/not-an-intent" });
      const refusal = await ask(parsed.data);
      return refusal === null ? reply.code(204).send() : reply.code(409).send(refusal);
    });
    this.#app.register(fastifyStatic, { root: pageFolder, cacheControl: false });
  }

  #stream(reply: FastifyReply, view: () => CounterView): void {
    if (this.#streams.size >= mostStreams) {
      reply.code(503).send({ code: "screen/too-many" });
      return;
    }
    reply.hijack();
    const stream = reply.raw;
    const headers = { "content-type": "text/event-stream", "cache-control": "no-store" };
    stream.writeHead(200, { ...pageHeaders, ...headers });
    stream.write(`retry: 500\n${eventOf(view())}`);
    this.#streams.add(stream);
    stream.on("close", () => this.#streams.delete(stream));
    stream.on("error", () => this.#streams.delete(stream));
  }
}

const eventOf = (view: CounterView) => `data: ${JSON.stringify(view)}\n\n`;

const strangerPage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<title>柜台 Guitai</title>
<p>请用启动时显示的完整地址打开柜台屏幕。
<p lang="en">Open the counter screen with the whole address that was printed at start.
`;
