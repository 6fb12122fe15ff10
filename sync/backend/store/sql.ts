/**
 * The one narrow door to the database. The same SQL text runs on PostgreSQL by URL and on PGlite
 * in this process, so what the tests prove of one holds for the other.
 *
 * Both sides agree on: `bigint` is a JavaScript number (all of ours are safe integers), `text` is
 * a string, `bytea` is bytes. JSON is passed as `$n::text::json`, or the two drivers differ.
 */
export type Parameter = string | number | boolean | Uint8Array | null;
export type Row = Readonly<Record<string, unknown>>;

export interface Queries {
  query<R extends Row = Row>(text: string, parameters?: readonly Parameter[]): Promise<R[]>;
}

export interface Sql extends Queries {
  /** All of `work` or nothing of it. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
