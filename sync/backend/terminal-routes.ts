import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  activateRequest,
  deviceAuthorizationRequest,
  entriesRequest,
  paths,
  signInRequest,
  tokenRequest,
} from "#sync/protocol.ts";
import { activate } from "./activation.ts";
import { configurationFor } from "./configuration.ts";
import type { Context } from "./context.ts";
import { authorizeDevice, findAuthorization, pollToken } from "./enrolment.ts";
import { readBody, send } from "./http.ts";
import { ingest } from "./ingest.ts";
import { isRefused, refused } from "./refusal.ts";
import { findTerminal, type Terminal } from "./registration.ts";
import { signIn } from "./sign-in.ts";
import { claimedTerminal, proveRequest, type SignedRequest } from "./signature.ts";

/** Bytes of one batch. The terminal aims at a megabyte; one entry may be 256 Ki characters. */
const batchLimit = 8 * 1024 * 1024;

/** PostgreSQL's text cannot hold NUL, and a lone surrogate has no UTF-8: no terminal sends them. */
const storable = entriesRequest.refine(({ entries }) =>
  entries.every(({ kind, body }) => /^[\x20-\x7e]*$/.test(kind) && body.isWellFormed()),
);

function signedRequest(request: FastifyRequest): SignedRequest {
  const { method, url: path, headers, rawBody: body = Buffer.alloc(0) } = request;
  return { method, path, headers, body };
}

type Handler<T> = (terminal: Terminal, read: T) => Promise<object>;

/** A route for a terminal that has been approved: proof first, then the body's shape. */
function proved<T>(context: Context, schema: z.ZodType<T>, handler: Handler<T>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const claimed = claimedTerminal(request.headers);
    const terminal = claimed === null ? null : await findTerminal(context, claimed);
    const publicKey = terminal?.publicKey ?? null;
    const refusal = await proveRequest(context, signedRequest(request), publicKey);
    if (refusal !== null || terminal === null) return send(reply, refusal ?? {});
    const body = readBody(schema, request.body ?? {});
    return send(reply, isRefused(body) ? body : await handler(terminal, body.read));
  };
}

/** The poll of a terminal that waits: its key stands in the authorization it asked for. */
async function token(context: Context, request: FastifyRequest, reply: FastifyReply) {
  const body = readBody(tokenRequest, request.body);
  if (isRefused(body)) return send(reply, body);
  const claimed = claimedTerminal(request.headers);
  const authorization = claimed === null ? null : await findAuthorization(context, claimed);
  // One we do not know starts over, as with a code that has run out; it learns nothing else.
  if (claimed !== null && authorization === null) {
    return reply.code(400).send({ error: "expired_token" });
  }
  const publicKey = authorization?.publicKey ?? null;
  const refusal = await proveRequest(context, signedRequest(request), publicKey);
  if (refusal !== null || authorization === null) return send(reply, refusal ?? {});
  const answer = await pollToken(context, authorization, body.read.device_code);
  return reply.code("error" in answer ? 400 : 200).send(answer);
}

/** Everything a terminal asks for. */
export function registerTerminalRoutes(app: FastifyInstance, context: Context): void {
  app.post(paths.deviceAuthorization, async (request, reply) => {
    const body = readBody(deviceAuthorizationRequest, request.body);
    return send(reply, isRefused(body) ? body : await authorizeDevice(context, body.read));
  });
  app.post(paths.token, (request, reply) => token(context, request, reply));
  app.get(
    paths.configuration,
    proved(context, z.object({}), (terminal) => configurationFor(context, terminal)),
  );
  app.post(
    paths.signIn,
    proved(context, signInRequest, (terminal, asked) => signIn(context, terminal, asked)),
  );
  app.post(
    paths.activate,
    proved(context, activateRequest, (terminal, asked) => activate(context, terminal, asked)),
  );
  app.post(
    paths.entries,
    { bodyLimit: batchLimit },
    proved(context, storable, async (terminal, batch) =>
      batch.terminal === terminal.terminal
        ? ingest(context, batch)
        : refused(403, "request/bad-signature", { reason: "another-terminal" }),
    ),
  );
}
