import { afterAll, beforeAll, describe } from "vitest";
import { backendContract } from "#test/support/backend/contract.ts";
import { openStore } from "./store/open.ts";
import type { Sql } from "./store/sql.ts";

describe("the backend on the embedded database", { timeout: 30_000 }, () => {
  let sql: Sql;
  beforeAll(async () => {
    sql = await openStore({ folder: null });
  }, 60_000);
  afterAll(() => sql.close());
  backendContract(() => sql);
});
