import postgres from "postgres";
import type { Queries, Row, Sql } from "./sql.ts";

type Unsafe = Pick<postgres.Sql, "unsafe">;

function queriesOf(sql: Unsafe): Queries {
  return {
    async query<R extends Row>(text: string, parameters: readonly unknown[] = []) {
      const rows = await sql.unsafe(text, [...parameters] as never[], { prepare: true });
      return [...rows] as unknown as R[];
    },
  };
}

/** PostgreSQL by URL. Connects with the first query; ten connections at most. */
export function openPostgres(url: string): Sql {
  const sql = postgres(url, {
    max: 10,
    connect_timeout: 10,
    onnotice: () => undefined,
    types: {
      int8: { to: 20, from: [20], parse: Number, serialize: String },
    },
  });
  return {
    ...queriesOf(sql),
    transaction: async (work) => (await sql.begin((tx) => work(queriesOf(tx)))) as never,
    close: () => sql.end({ timeout: 5 }),
  };
}
