import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backendContract } from "#test/support/backend/contract.ts";
import { startPostgres } from "#test/support/real-postgres.ts";
import { openStore } from "./store/open.ts";
import type { Sql } from "./store/sql.ts";

describe("the backend on PostgreSQL", () => {
  let running: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let sql: Sql;
  beforeAll(async () => {
    running = await startPostgres();
    sql = await openStore({ url: running.url });
  });
  afterAll(async () => {
    await sql?.close();
    await running?.stop();
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
