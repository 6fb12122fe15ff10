import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { pageHeaders } from "#state/base/loopback.ts";
import { paths } from "#sync/protocol.ts";
import type { Context } from "./context.ts";
import { send } from "./http.ts";
import { refused } from "./refusal.ts";
import { registerTerminalRoutes } from "./terminal-routes.ts";
import { registerWorkbench } from "./workbench/routes.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The body's exact bytes: what a signature covers. */
    rawBody?: Buffer;
  }
}

/** Bytes of a request that is not a batch of entries. */
const bodyLimit = 64 * 1024;
/** Milliseconds for a request to arrive whole. */
const requestTimeout = 30_000;

function refuseError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status === 413) {
    return reply.code(413).send({ refusal: { code: "request/too-large", params: {} } });
  }
  if (status >= 400 && status < 500) {
    return reply.code(status).send({ refusal: { code: "request/malformed", params: {} } });
  }
  request.log.error({ err: error }, "request failed");
  return reply.code(500).send({ refusal: { code: "backend/failed", params: {} } });
}

function keepRawBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    "application/json",
    { parseAs: "buffer" },
    (request, body, done) => {
      request.rawBody = body;
      try {
        done(null, body.length === 0 ? {} : JSON.parse(body.toString("utf8")));
      } catch (error) {
        done(Object.assign(error as Error, { statusCode: 400 }), undefined);
      }
    },
  );
}

/**
 * The backend as an HTTP service: the terminals' API, proved by signature, and the workbench,
 * guarded as every page of the house. Listening is the caller's.
 */
export function buildServer(context: Context, log?: NodeJS.WritableStream): FastifyInstance {
  const logger = log === undefined ? false : { level: "error", stream: log };
  const app = Fastify({ bodyLimit, requestTimeout, logger });
  keepRawBody(app);
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(pageHeaders);
    done();
  });
  app.setErrorHandler(refuseError);
  app.setNotFoundHandler((_request, reply) => send(reply, refused(404, "request/not-found")));
  app.get(paths.health, async () => {
    await context.sql.query("SELECT 1");
    return { healthy: true };
  });
  app.get("/", (_request, reply) => reply.redirect("workbench/"));
  app.register(async (scope) => registerTerminalRoutes(scope, context));
  app.register(async (scope) => registerWorkbench(scope, context));
  return app;
}
