import type { FastifyInstance } from "fastify";
import { CodedError } from "#state/base/coded-error.ts";
import type { Context } from "./context.ts";
import { seedDemo } from "./demo/seed.ts";
import { backendKey, publicHalf } from "./keys.ts";
import type { Options } from "./options.ts";
import { buildServer } from "./server.ts";
import { openStore } from "./store/open.ts";
import type { Sql } from "./store/sql.ts";

/** What a process lends the backend. */
export interface World extends Pick<Context, "now" | "random"> {
  /** Where failed requests are told, one JSON line each. */
  readonly log: NodeJS.WritableStream;
}

export interface Backend {
  /** Ends in a slash. */
  readonly url: string;
  /** Lets requests under way finish, then closes the database. */
  close(): Promise<void>;
}

async function onlyMerchant(sql: Sql): Promise<string> {
  const rows = await sql.query<{ merchant_id: string }>(
    "SELECT merchant_id FROM merchant ORDER BY merchant_id LIMIT 1",
  );
  const merchantId = rows[0]?.merchant_id;
  if (merchantId !== undefined) return merchantId;
  throw new CodedError("backend/no-merchant", {
    what: "There is no merchant in this database.",
    fix: "Start once with --demo to put the demo merchant in.",
  });
}

async function listen(app: FastifyInstance, port: number): Promise<number> {
  try {
    await app.listen({ host: "127.0.0.1", port });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    const what = reason === "EADDRINUSE" ? "is taken" : `cannot be opened (${reason})`;
    throw new CodedError("backend/port-taken", {
      what: `Port ${port} on 127.0.0.1 ${what}.`,
      fix: "Stop what is using it, or choose another with --port; --port 0 takes a free one.",
      cause,
    });
  }
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

async function serve(sql: Sql, options: Options, world: World): Promise<Backend> {
  const source = { sql, random: world.random, now: world.now };
  if (options.demo) await seedDemo(source);
  const merchantId = await onlyMerchant(sql);
  const privateKey = await backendKey(sql, merchantId);
  let { port } = options;
  const context: Context = {
    ...source,
    merchantId,
    privateKey,
    publicKey: publicHalf(privateKey),
    url: () => `http://127.0.0.1:${port}/`,
    port: () => port,
    pollInterval: options.pollInterval,
  };
  const app = buildServer(context, world.log);
  port = await listen(app, port);
  return {
    url: context.url(),
    async close() {
      await app.close();
      await sql.close();
    },
  };
}

/**
 * Opens the store and serves it.
 *
 * @throws CodedError `backend/port-taken`, `backend/no-merchant`, and those of `openStore`
 */
export async function startBackend(options: Options, world: World): Promise<Backend> {
  const sql = await openStore(options.where);
  try {
    return await serve(sql, options, world);
  } catch (error) {
    await sql.close();
    throw error;
  }
}
