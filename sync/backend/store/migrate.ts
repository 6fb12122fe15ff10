import { migrations } from "./schema.ts";
import type { Sql } from "./sql.ts";

/** Any number, the same in every release: two backends that start at once take turns. */
const lockNumber = 4_711_001;

/** Brings the schema up to date; a database from a newer release is left alone and works on. */
export async function migrate(sql: Sql, steps = migrations): Promise<void> {
  await sql.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [lockNumber]);
    await tx.query("CREATE TABLE IF NOT EXISTS schema_version (version bigint PRIMARY KEY)");
    const rows = await tx.query<{ version: number | null }>(
      "SELECT max(version) AS version FROM schema_version",
    );
    const done = rows[0]?.version ?? 0;
    for (const [index, statements] of steps.entries()) {
      if (index < done) continue;
      for (const statement of statements) await tx.query(statement);
      await tx.query("INSERT INTO schema_version (version) VALUES ($1)", [index + 1]);
    }
  });
}
