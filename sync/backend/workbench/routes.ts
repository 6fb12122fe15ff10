import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { judge } from "#state/base/loopback.ts";
import type { Context } from "../context.ts";
import { type Refused, refused } from "../refusal.ts";
import { registerApi } from "./api.ts";

const pageFolder = fileURLToPath(new URL("../../../build/pages/workbench", import.meta.url));

const foreignHost = { refusal: { code: "request/foreign-host", params: {} } };
const foreignOrigin: Refused = refused(403, "request/foreign-origin");

function guard(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | null {
  const { method, headers } = request;
  const fetchSite = headers["sec-fetch-site"];
  const verdict = judge(
    {
      method,
      host: headers.host,
      origin: headers.origin,
      fetchSite: typeof fetchSite === "string" ? fetchSite : undefined,
    },
    context.port(),
  );
  if (verdict === 421) return reply.code(421).send(foreignHost);
  if (verdict === 403) return reply.code(403).send({ refusal: foreignOrigin.refusal });
  return null;
}

/** The workbench: its page, and the JSON API the page and the launch scripts use. */
export function registerWorkbench(app: FastifyInstance, context: Context): void {
  app.addHook("onRequest", async (request, reply) => guard(context, request, reply) ?? undefined);
  registerApi(app, context);
  app.get("/workbench", (_request, reply) => reply.redirect("workbench/"));
  if (existsSync(pageFolder)) {
    app.register(fastifyStatic, { root: pageFolder, prefix: "/workbench/", decorateReply: false });
    return;
  }
  app.get("/workbench/", (_request, reply) =>
    reply
      .code(503)
      .type("text/plain; charset=utf-8")
      .send(
        "The workbench's page is not built yet: run `npm start` once, then start this again.\n",
      ),
  );
}
