import { afterAll, beforeAll, describe } from "vitest";
import { backendContract } from "./contract/contract.ts";
import { openStore } from "./store/open.ts";
import type { Sql } from "./store/sql.ts";

describe("the backend on the embedded database", () => {
  let sql: Sql;
  beforeAll(async () => {
    sql = await openStore({ folder: null });
  }, 60_000);
  afterAll(() => sql.close());
  backendContract(() => sql);
});
