import { CodedError } from "#state/base/coded-error.ts";
import { openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { openPostgres } from "./postgres.ts";
import type { Sql } from "./sql.ts";

/** `url` of a PostgreSQL, or the `folder` of an embedded one, `null` for one in memory. */
export type Where = { readonly url: string } | { readonly folder: string | null };

/** PGlite also throws what is no Error. */
const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** Never the password: this goes into messages. */
function nameOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
  } catch {
    return "(not a postgres:// address)";
  }
}

async function openByUrl(url: string): Promise<Sql> {
  try {
    const sql = openPostgres(url);
    await sql.query("SELECT 1").catch(async (cause) => {
      await sql.close();
      throw cause;
    });
    return sql;
  } catch (cause) {
    throw new CodedError("backend/database-unreachable", {
      what: `The database ${nameOf(url)} does not answer: ${reasonOf(cause)}`,
      fix: "Start PostgreSQL, or check the address, name and password after --database.",
      cause,
    });
  }
}

async function openFolder(folder: string | null): Promise<Sql> {
  try {
    return await openEmbedded(folder);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError("backend/data-unusable", {
      what: `The database in ${folder ?? "memory"} cannot be opened: ${reasonOf(cause)}`,
      fix: "Check that the --data folder is writable and not full, or restore it from a backup.",
      cause,
    });
  }
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws CodedError `backend/database-unreachable`, `backend/data-in-use`,
 * `backend/data-unusable`
 */
export async function openStore(where: Where): Promise<Sql> {
  const sql = await ("url" in where ? openByUrl(where.url) : openFolder(where.folder));
  await migrate(sql);
  return sql;
}
