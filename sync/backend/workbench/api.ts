import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { thumbprint } from "#state/configuration.ts";
import { approveDevice } from "../approval.ts";
import { type Budget, beginAttempt, forgiveAttempts } from "../attempts.ts";
import { certificationState } from "../certification.ts";
import type { Context } from "../context.ts";
import { denyDevice } from "../enrolment.ts";
import { readBody, send } from "../http.ts";
import { isRefused, type Refused, refused } from "../refusal.ts";
import type { Person } from "../staff.ts";
import { certifyStore } from "../stores.ts";
import { readUserCode } from "../user-code.ts";
import {
  findByUserCode,
  listAuthorizations,
  listEntries,
  listTerminals,
  staffViews,
  storeViews,
} from "./queries.ts";
import {
  clearedCookie,
  closeSession,
  cookieFor,
  findSession,
  openSession,
  readToken,
  workbenchSignIn,
} from "./session.ts";
import type { AuthorizationView, SessionView } from "./view.ts";

const api = "/workbench/api";
/** Wrong codes of one administrator before the wait begins (RFC 8628 section 5.1). */
const codeLimit = 5;

async function sessionView(context: Context, person: Person): Promise<SessionView> {
  const rows = await context.sql.query<{ name: string }>(
    "SELECT name FROM enterprise WHERE merchant_id = $1 AND enterprise_id = $2",
    [context.merchantId, person.enterpriseId],
  );
  const { staffNo, name } = person;
  return { staffNo, name, enterpriseName: rows[0]?.name ?? "" };
}

/** Finds a code as typed. Each wrong one counts, because a right one is worth guessing for. */
async function resolveCode(
  context: Context,
  typed: string,
  person: Person,
): Promise<AuthorizationView | Refused> {
  const budgets: Budget[] = [{ subject: `code:${person.staffNo}`, limit: codeLimit }];
  const seconds = await beginAttempt(context, budgets);
  if (seconds > 0) return refused(429, "enrolment/too-many-tries", { seconds: `${seconds}` });
  const code = readUserCode(typed);
  const found = code === null ? null : await findByUserCode(context, code);
  if (found === null) return refused(404, "enrolment/unknown-code");
  await forgiveAttempts(context, budgets);
  return found;
}

type Asked = FastifyRequest<{ Params: Record<string, string>; Querystring: unknown }>;
type Handler = (person: Person, request: Asked) => Promise<object>;

/** A route for administrators only. */
function administered(context: Context, handler: Handler) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const person = await findSession(context, readToken(request.headers.cookie));
    if (person === null) return send(reply, refused(401, "sign-in/required"));
    return send(reply, await handler(person, request as Asked));
  };
}

function registerSession(app: FastifyInstance, context: Context): void {
  app.post(`${api}/sign-in`, async (request, reply) => {
    const body = readBody(workbenchSignIn, request.body);
    const session = isRefused(body) ? body : await openSession(context, body.read);
    if (isRefused(session)) return send(reply, session);
    reply.header("set-cookie", cookieFor(session.token));
    return send(reply, await sessionView(context, session.person));
  });
  app.post(`${api}/sign-out`, async (request, reply) => {
    await closeSession(context, readToken(request.headers.cookie));
    return reply.header("set-cookie", clearedCookie).send({});
  });
  app.get(
    `${api}/session`,
    administered(context, (person) => sessionView(context, person)),
  );
}

function registerAuthorizations(app: FastifyInstance, context: Context): void {
  app.get(
    `${api}/authorizations`,
    administered(context, async () => ({
      now: context.now(),
      authorizations: await listAuthorizations(context),
    })),
  );
  app.get(
    `${api}/authorizations/:userCode`,
    administered(context, (person, { params }) =>
      resolveCode(context, params.userCode ?? "", person),
    ),
  );
  app.post(
    `${api}/authorizations/:userCode/approve`,
    administered(context, async (person, { params, body }) => {
      const asked = readBody(z.object({ storeId: z.string().min(1).max(64) }), body);
      if (isRefused(asked)) return asked;
      const found = await resolveCode(context, params.userCode ?? "", person);
      if (isRefused(found)) return found;
      return approveDevice(context, found.userCode, asked.read.storeId, person.staffNo);
    }),
  );
  app.post(
    `${api}/authorizations/:userCode/deny`,
    administered(context, async (person, { params }) => {
      const found = await resolveCode(context, params.userCode ?? "", person);
      if (isRefused(found)) return found;
      const denied = await denyDevice(context, found.userCode, person.staffNo);
      return denied ? {} : refused(404, "enrolment/unknown-code");
    }),
  );
}

const entriesQuery = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  epoch: z.coerce.number().int().positive().nullable().default(null),
});

function registerTerminals(app: FastifyInstance, context: Context): void {
  app.get(
    `${api}/terminals`,
    administered(context, async () => ({ terminals: await listTerminals(context) })),
  );
  app.get(
    `${api}/terminals/:thumbprint/entries`,
    administered(context, async (_person, { params, query }) => {
      const asked = readBody(entriesQuery, query);
      if (isRefused(asked)) return asked;
      const terminal = readBody(thumbprint, params.thumbprint);
      if (isRefused(terminal)) return refused(404, "request/not-found");
      return { entries: await listEntries(context, { terminal: terminal.read, ...asked.read }) };
    }),
  );
}

function registerStores(app: FastifyInstance, context: Context): void {
  app.get(
    `${api}/stores`,
    administered(context, async () => ({ stores: await storeViews(context) })),
  );
  app.post(
    `${api}/stores/:id/certification`,
    administered(context, async (person, { params, body }) => {
      const asked = readBody(z.object({ state: certificationState }), body);
      if (isRefused(asked)) return asked;
      const id = params.id ?? "";
      const known = await certifyStore(context, id, asked.read.state, person.staffNo);
      return known ? {} : refused(404, "enrolment/unknown-store", { storeId: id });
    }),
  );
  app.get(
    `${api}/staff`,
    administered(context, async () => ({ staff: await staffViews(context) })),
  );
}

/** The JSON API of the workbench, under `/workbench/api`. */
export function registerApi(app: FastifyInstance, context: Context): void {
  registerSession(app, context);
  registerAuthorizations(app, context);
  registerTerminals(app, context);
  registerStores(app, context);
}
