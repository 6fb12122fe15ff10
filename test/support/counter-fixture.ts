import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { CounterView } from "#runtime/screen/view.ts";
import { judge, pageHeaders } from "#state/base/loopback.ts";
import { type Intent, intent } from "#state/intent.ts";

const pages = fileURLToPath(new URL("../../build/pages/counter", import.meta.url));

const mediaTypes: { readonly [extension: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** How the terminal answers an intent: taken, or refused with a code. */
export type Answer = "accepted" | "malformed" | { readonly refused: string };

/** The built counter page in front of canned views, in place of a terminal. */
export class CounterFixture {
  readonly posted: Intent[] = [];
  /** Decides the answer, and may show the next view; holds the answer back as long as it likes. */
  onIntent: (asked: Intent) => Answer | Promise<Answer> = () => "accepted";
  /** As a terminal that hangs: who follows it is let in and told nothing. Files still come. */
  isHung = false;
  #view: CounterView;
  readonly #streams = new Set<ServerResponse>();
  readonly #sockets = new Set<Socket>();
  #port = 0;
  #server = createServer((request, response) => void this.#serve(request, response));

  constructor(view: CounterView) {
    this.#view = view;
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async open(): Promise<void> {
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  show(view: CounterView): void {
    this.#view = view;
    for (const stream of this.#streams) stream.write(`data: ${JSON.stringify(view)}\n\n`);
  }

  beat(): void {
    for (const stream of this.#streams) stream.write("event: beat\ndata:\n\n");
  }

  /** As a terminal that is gone: every connection cut, none accepted. `open` brings it back. */
  async close(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const verdict = judge(
      { method, host: headers.host, origin: headers.origin, fetchSite: undefined },
      this.#port,
    );
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    if (verdict !== 200) response.writeHead(verdict).end();
    else if (url === "/events") this.#stream(response);
    else if (url === "/intents" && method === "POST") await this.#take(request, response);
    else await this.#file(url, response);
  }

  #stream(response: ServerResponse): void {
    if (this.isHung) return;
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(`retry: 100\ndata: ${JSON.stringify(this.#view)}\n\n`);
    this.#streams.add(response);
    response.on("close", () => this.#streams.delete(response));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const asked = intent.parse(JSON.parse(Buffer.concat(chunks).toString()));
    this.posted.push(asked);
    const answer = await this.onIntent(asked);
    if (answer === "accepted") response.writeHead(204).end();
    else if (answer === "malformed") response.writeHead(400).end();
    else response.writeHead(409).end(JSON.stringify({ code: answer.refused }));
  }

  async #file(url: string, response: ServerResponse): Promise<void> {
    const path = normalize(url === "/" ? "/index.html" : url);
    const body = await readFile(join(pages, path)).catch(() => null);
    if (body === null) return void response.writeHead(404).end();
    const type = mediaTypes[extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type }).end(body);
  }
}
