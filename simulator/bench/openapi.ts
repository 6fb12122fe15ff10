/**
 * The API's description, OpenAPI 3.1, made from the routes as they were added: what validates a
 * request describes it, and a route without a summary cannot be added at all.
 */
import type { FastifyInstance, RouteOptions } from "fastify";
import { SOCKET_PATH } from "./socket.ts";

interface Described {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** The JSON schema of the body; null when there is none. */
  readonly body: object | null;
  /** In the path, as `:name`. */
  readonly parameters: readonly string[];
}

export const OPENAPI_PATH = "/api/openapi.json";

const about = `The devices of a shop's counter without hardware: receipt printer, cash drawers,
scanner, customer display and scale, for point-of-sale software in any language. Only this machine
can call it. A program needs no Origin and sends JSON; a page may only be the bench's own.
Whatever is refused answers { code, what, fix }. GET /api/events is a stream of server-sent events;
the WebSocket ${SOCKET_PATH} carries the same states and takes every POST as
{ "id": 1, "do": "printer", "with": { … } }.`;

/** A route's schema: what it is for, and what its body must be. */
export function described(summary: string, body?: object): object {
  return body === undefined ? { summary } : { summary, body };
}

/** To be called before the routes are added. */
export function describeRoutes(app: FastifyInstance): void {
  const routes: Described[] = [];
  app.addHook("onRoute", (route) => {
    if (route.url.startsWith("/api/")) routes.push(...descriptionsOf(route));
  });
  app.get(OPENAPI_PATH, { schema: described("This description.") }, () => documentOf(routes));
}

function descriptionsOf({ method, url, schema }: RouteOptions): readonly Described[] {
  const methods = [method].flat().filter((each) => each !== "HEAD");
  const { summary, body = null } = (schema ?? {}) as { summary?: string; body?: object | null };
  if (summary === undefined) throw new TypeError(`The route ${url} has no summary`);
  const parameters = [...url.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const path = url.replace(/:(\w+)/g, "{$1}");
  return methods.map((each) => ({ method: each.toLowerCase(), path, summary, body, parameters }));
}

function documentOf(routes: readonly Described[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Guitai counter simulator", version: "1", description: about },
    paths,
    components: { schemas: { Refusal: refusal } },
  };
}

function operation({ method, path, summary, body, parameters }: Described): object {
  return {
    operationId: `${method}${path.replace(/\W+(\w?)/g, (_, next: string) => next.toUpperCase())}`,
    summary,
    ...(parameters.length === 0 ? {} : { parameters: parameters.map(parameter) }),
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: {
      "200": { description: "Done, or what was asked for." },
      default: {
        description: "Refused.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } },
      },
    },
  };
}

const parameter = (name: string) => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string" },
});

const refusal = {
  type: "object",
  required: ["code", "what", "fix"],
  properties: {
    code: { type: "string", description: "Such as simulator/bad-value; it stays the same." },
    what: { type: "string", description: "What happened, in one sentence." },
    fix: { type: "string", description: "What to do about it." },
  },
};
