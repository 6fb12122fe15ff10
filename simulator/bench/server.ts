/**
 * The bench: the counter's devices for people (a page) and programs (JSON), on loopback only. The
 * requests and answers stand in `simulator/DESIGN.md`.
 */
import { existsSync } from "node:fs";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { CodedError } from "#state/base/coded-error.ts";
import { pageHeaders } from "#state/base/loopback.ts";
import type { ScenarioFile } from "../scenario/files.ts";
import { benchActions } from "./actions.ts";
import { admit } from "./guard.ts";
import type { BenchHost } from "./host.ts";
import { described, describeRoutes, OPENAPI_PATH } from "./openapi.ts";
import type { RackLabel } from "./rack.ts";
import { receiptRoutes } from "./receipt-routes.ts";
import { refusalFor, refusalOf } from "./refusal.ts";
import { asksForSocket, socketRoute } from "./socket.ts";
import type { BenchState } from "./state.ts";
import { usbRoutes } from "./usb-routes.ts";

const STREAM_BYTES_MAX = 1 << 20;

export interface BenchServerOptions {
  readonly host: BenchHost;
  readonly rack: readonly RackLabel[];
  /** To be played from the page. */
  readonly scenarios?: readonly ScenarioFile[];
  /** Where the built page lies. */
  readonly pageFolder: string;
  /** 0: any free one. */
  readonly port: number;
}

export interface BenchServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. Throws `simulator/port-taken`. */
export async function startBench(options: BenchServerOptions): Promise<BenchServer> {
  const app = Fastify({
    forceCloseConnections: true,
    http: { shouldUpgradeCallback: asksForSocket },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, verbose: true } },
  });
  guard(app);
  describeRoutes(app);
  socketRoute(app, options.host, () => portOf(app));
  routes(app, options);
  receiptRoutes(app, options.host);
  usbRoutes(app, options.host);
  page(app, options.pageFolder);
  try {
    await app.listen({ host: "127.0.0.1", port: options.port });
  } catch (cause) {
    throw new CodedError("simulator/port-taken", {
      what: `Port ${options.port} on 127.0.0.1 cannot be had`,
      fix: "Stop the other simulator, or start this one with another --port (0 takes a free one).",
      cause,
    });
  }
  return { url: `http://127.0.0.1:${portOf(app)}/`, close: () => app.close() };
}

function portOf(app: FastifyInstance): number {
  const address: AddressInfo | string | null = app.server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

function guard(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(pageHeaders);
    const { host, origin, "content-type": contentType } = request.headers;
    const fetchSite = request.headers["sec-fetch-site"]?.toString();
    const { method } = request;
    const verdict = admit({ method, host, origin, fetchSite, contentType }, portOf(app));
    if (verdict === 200) return;
    return reply.code(verdict).send(refusalOf(verdict, portOf(app)));
  });
  app.setErrorHandler((error: FastifyError | CodedError, _request, reply) => {
    const { status, ...refusal } = refusalFor(error);
    return reply.code(status).send(refusal);
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      code: "simulator/not-found",
      what: `Nothing at ${request.method} ${request.url}`,
      fix: `GET ${OPENAPI_PATH} lists the addresses.`,
    }),
  );
}

function routes(app: FastifyInstance, { host, rack, scenarios = [] }: BenchServerOptions): void {
  const read = (name: string, summary: string, answer: () => unknown) =>
    app.get(`/api/${name}`, { schema: described(summary) }, answer);
  read("state", "Everything about the counter, as events tell it.", () => host.state);
  read("drawer", "The drawer on the printer's connector.", () => host.state.drawer);
  read("display", "The customer display.", () => host.state.display);
  read("drawer-box", "The drawer with a line of its own.", () => host.state.box);
  read("hid-drawer", "The drawer on USB.", () => host.state.hidDrawer);
  read("scale", "The scale.", () => host.state.scale);
  read("rack", "The labels of the page's rack.", () => rack);
  read("scenarios", "Scenarios that can be played, with their texts.", () => scenarios);
  eventRoute(app, host);
  for (const { name, summary, schema, run } of benchActions) {
    app.post(`/api/${name}`, { schema: described(summary, schema) }, ({ body }) => {
      run(host, body);
      return host.state;
    });
  }
}

/** Server-sent events: the whole state at once and after each change. */
function eventRoute(app: FastifyInstance, host: BenchHost): void {
  const open = new Set<ServerResponse>();
  const summary = "Server-sent events: the state at once, and after each change.";
  app.get("/api/events", { schema: described(summary) }, (_request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...pageHeaders,
      "content-type": "text/event-stream",
      "cache-control": "no-store",
    });
    const send = (state: BenchState) => {
      // A watcher that does not read misses states; the memory stays bounded.
      if (raw.writableLength < STREAM_BYTES_MAX) raw.write(`data: ${JSON.stringify(state)}\n\n`);
    };
    send(host.state);
    const end = host.watch(send);
    open.add(raw);
    raw.on("close", () => {
      end();
      open.delete(raw);
    });
  });
  app.addHook("preClose", async () => {
    for (const raw of open) raw.end();
  });
}

function page(app: FastifyInstance, folder: string): void {
  if (existsSync(folder)) {
    app.register(fastifyStatic, { root: folder });
    return;
  }
  app.get("/", (_request, reply) =>
    reply.code(503).send({
      code: "simulator/no-page",
      what: "The bench page is not built; the API works",
      fix: "Start with `npm start`, which builds the pages.",
    }),
  );
}
